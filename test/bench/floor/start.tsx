import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  Text,
} from '@fluentui/react-components';
import { show } from './show';

show(
  <>
    <Spinner size="small" label="Đang đọc" />
    <Text as="h2" weight="semibold" block>
      Việc
    </Text>
    <Button appearance="primary">Gửi</Button>
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>Câu</MessageBarBody>
      <MessageBarActions>
        <Button>Đóng</Button>
      </MessageBarActions>
    </MessageBar>
  </>,
);
