import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  Spinner,
  Text,
} from '@fluentui/react-components';
import { show } from './show';

show(
  <>
    <Spinner size="small" label="Đang đọc" />
    <Text as="h2" weight="semibold" block>
      Sở Nội vụ
    </Text>
    <Field validationMessage="12/28" validationState="none">
      <ProgressBar thickness="large" max={28} value={12} aria-label="12/28" />
    </Field>
    <Button appearance="primary">Kiểm tra</Button>
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>Câu</MessageBarBody>
      <MessageBarActions>
        <Button>Đóng</Button>
      </MessageBarActions>
    </MessageBar>
  </>,
);
