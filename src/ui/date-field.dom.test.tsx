import { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { uiVi } from '../locale/ui-vi';
import { DateField } from './date-field';
import { ServicesContext, type Services } from './services';

function Shown() {
  const [day, setDay] = useState<string>('');
  return (
    <ServicesContext
      value={{ texts: uiVi, language: 'vi', today: () => '2024-03-18' } as unknown as Services}
    >
      <DateField label="Ngày nhận" value={day} onChange={setDay} />
      <output>{day}</output>
    </ServicesContext>
  );
}

it('a day is typed and shown as people write it, stepped by the arrows, and what is none is said', async () => {
  const user = userEvent.setup();
  render(<Shown />);
  const field = screen.getByLabelText('Ngày nhận');
  expect(field).toHaveAttribute('placeholder', 'ngày/tháng/năm');
  await user.type(field, '5-3-24');
  expect(screen.getByRole('status')).toHaveTextContent('2024-03-05');
  await user.tab();
  expect(field).toHaveValue('05/3/2024');
  await user.click(field);
  await user.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}');
  expect(field).toHaveValue('06/3/2024');
  expect(screen.getByRole('status')).toHaveTextContent('2024-03-06');
  await user.clear(field);
  expect(screen.getByRole('status')).toHaveTextContent('');
  await user.type(field, '31/2/2024');
  expect(screen.queryByText(/không phải là ngày/)).toBeNull();
  await user.tab();
  expect(
    screen.getByText('“31/2/2024” không phải là ngày. Vui lòng ghi như 20/9/2024.'),
  ).toBeVisible();
  expect(field).toBeInvalid();
  expect(screen.getByRole('status')).toHaveTextContent('');
});
