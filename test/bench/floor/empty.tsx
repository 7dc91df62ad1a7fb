import { Button } from '@fluentui/react-components';
import { show } from './show';

show(<Button>Trống</Button>);
