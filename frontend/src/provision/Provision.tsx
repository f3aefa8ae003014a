import { texts } from '@/texts/en';
import { Page } from '@/ui/Page';

export function Component() {
  return <Page title={texts.provision.title}>{null}</Page>;
}
