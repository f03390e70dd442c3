import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {show, type Page} from '../support/browser/page.js';
import {flowAt, known} from '../support/browser/sample-states.js';

const propose = () => show(flowAt({step: 'propose', ...known, securityToken: 'sample'}));

function pastes(page: Page, text: string): void {
  const field = page.field('phone');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {inputType: 'insertFromPaste', data: text}));
}

describe('The phone field', () => {
  it('groups digits as they are typed, and leaves the caret where the operator has it', async () => {
    const page = await propose();
    page.field('phone').focus();
    await sendKeys({type: '1380013'});
    expect(page.field('phone').value).to.equal('138 0013');
    for (let left = 0; left < 4; left++) await sendKeys({press: 'ArrowLeft'});
    await sendKeys({type: '9'});
    expect(page.field('phone').value).to.equal('138 9001 3');
    expect(page.field('phone').selectionStart).to.equal(5);
    await sendKeys({press: 'Backspace'});
    expect(page.field('phone').value).to.equal('138 0013');
  });

  it('takes a number with its calling code, and chooses the region', async () => {
    const page = await propose();
    pastes(page, '+852 5123-4567');
    expect(page.field('phone').value).to.equal('5123 4567');
    await page.editor.updateComplete;
    expect(page.field('region').value).to.equal('HK');
    expect(page.note('phone')).to.include('Example: 5123 4567');
    pastes(page, '0086 138 0013 8000');
    await page.editor.updateComplete;
    expect(page.field('region').value).to.equal('CN');
  });

  it('does not touch what an input method has not finished', async () => {
    const page = await propose();
    const field = page.field('phone');
    field.value = '1380013';
    field.dispatchEvent(new InputEvent('input', {inputType: 'insertCompositionText', isComposing: true}));
    expect(field.value).to.equal('1380013');
  });

  it('takes full-width digits', async () => {
    const page = await propose();
    await page.enters('phone', '１３８００１３８０００');
    await page.sees('Sending…');
  });

  it('says what is wrong, keeps the entry, and sends nothing', async () => {
    for (const [typed, said] of [
      ['', 'Enter the new number.'],
      ['1380013', 'A mobile number of China has 11 digits. Example: 138 0013 8000'],
      ['138*****000', 'Enter the whole number, without asterisks.'],
      ['138OO138OOO', 'Enter digits only.'],
      ['010-62345678', 'This number cannot receive text messages. Enter a mobile number.'],
      ['+44 7700 900123', 'Numbers of this country or region cannot be used. Choose from the list.'],
      ['13800138000,13900139000', 'Enter one number only.'],
      ['12345678901', 'This is not a mobile number of China. Example: 138 0013 8000'],
    ] as const) {
      const page = await propose();
      await page.enters('phone', typed);
      await page.sees(said);
      expect(page.field('phone').value.replaceAll(' ', ''), typed).to.equal(typed.replaceAll(' ', ''));
      expect(page.focused).to.equal(page.field('phone'));
    }
  });
});
