import { strFromU8, unzipSync } from 'fflate';
import type { FieldValue } from '../document/field';
import { runsOf as p, template, W } from '../../test/word-files';
import { fillTemplate, templateFields } from './template';

const VALUES: Record<string, FieldValue> = {
  'k01.giatri': { kind: 'text', text: '42,89 <&> \n hai' },
  ky: { kind: 'text', text: 'quý I' },
  'k01.dat': { kind: 'condition', holds: true },
  'k02.dat': { kind: 'condition', holds: false },
  'doan:a': {
    kind: 'blocks',
    blocks: ['một', 'hai'].map((text) => ({ kind: 'paragraph', align: 'left', runs: [{ text }] })),
  },
};

async function filled(body: string, more: Record<string, string> = {}) {
  const result = await fillTemplate(template(body, more), (name) => VALUES[name]);
  if (!result.ok) throw new Error(result.refusal.code);
  const parts = unzipSync(result.value.bytes);
  const xml = strFromU8(parts['word/document.xml']);
  const inner = xml.slice(xml.indexOf('<w:body>') + 8, xml.indexOf('</w:body>'));
  const lines = inner
    .split('</w:p>')
    .map((line) => line.replace(/<w:br\/>/g, '|').replace(/<[^>]*>/g, ''));
  return { parts, inner, lines: lines.slice(0, -1), troubles: result.value.troubles };
}

describe('a template of the report', () => {
  it('a part without a field is the same to the byte, a text beside a field keeps its run', async () => {
    const body = `${p('không  đổi')}<!-- ghi chú {{ky}} --><w:sectPr w:rsidR="1"/>`;
    expect((await filled(body)).inner).toBe(body);
    const { inner } = await filled(p('trước {{', 'ky', '}} sau', ' cùng'));
    expect(inner).toBe(
      p('trước quý I', '', ' sau', ' cùng')
        .replace('<w:t>trước', '<w:t xml:space="preserve">trước')
        .replace('<w:t></w:t>', '<w:t xml:space="preserve"></w:t>')
        .replace('<w:t> sau', '<w:t xml:space="preserve"> sau'),
    );
  });

  it('words are words, whatever stands in them', async () => {
    expect((await filled(p('{{K01.giatri}}'))).lines).toEqual(['42,89 &lt;&amp;&gt; | hai']);
  });

  it('conditions stand within a line or over lines, in a cell too, one within another', async () => {
    const body =
      p('{{neu K01.dat}}') +
      p('a {{neu K02.dat}}b{{het}}{{neu khong K02.dat}}c{{hết}}') +
      p('{{nếu K02.dat}}') +
      p('d') +
      p('{{neu K01.dat}}') +
      p('e') +
      p('{{het}}') +
      p('{{het}}') +
      p('{{het}}') +
      `<w:tbl><w:tr><w:tc>${p('f') + p('{{neu K02.dat}}') + p('g') + p('{{het}}')}</w:tc></w:tr></w:tbl>`;
    const { lines, inner, troubles } = await filled(body);
    expect(troubles).toEqual([]);
    expect(lines).toEqual(['a c', 'f', '']);
    // A cell does not end without a paragraph.
    expect(inner).toMatch(/<w:p><\/w:p><\/w:tc>/);
  });

  it.each([
    ['{{K01.giatri} là', ['{{K01.giatri} là']],
    ['số {K01.giatri}} nữa', ['số {K01.giatri}}']],
    ['{{ky {{ky}}', ['{{ky']],
    ['{một} {{ky}} {ngoặc}', []],
  ])('a brace that was lost is told with what stands beside it: %s', async (text, torn) => {
    const body = p(text.slice(0, 3), text.slice(3));
    const { troubles } = await filled(body);
    expect(troubles).toEqual(torn.map((field) => ({ kind: 'torn', field })));
    const asked = templateFields(template(body, {}));
    expect(asked).toMatchObject({ ok: true, value: { torn } });
  });

  it('what is left out keeps marks that reach over it, and the end of a section', async () => {
    const body =
      p('{{neu K02.dat}}') +
      '<w:p><w:bookmarkStart w:id="1" w:name="x"/><w:pPr><w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:pPr></w:p>' +
      p('{{het}}') +
      '<w:p><w:bookmarkEnd w:id="1"/></w:p>';
    expect((await filled(body)).inner).toBe(
      '<w:bookmarkStart w:id="1" w:name="x"/><w:p><w:pPr><w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:pPr></w:p>' +
        '<w:p><w:bookmarkEnd w:id="1"/></w:p>',
    );
  });

  it('blocks take the place of their paragraph, by the names of the template', async () => {
    expect((await filled(p('{{doan:a}}') + p('sau'))).lines).toEqual(['một', 'hai', 'sau']);
    const other = template('', {
      'word/document.xml': `<x:document xmlns:x="${W}"><x:body><x:p><x:r><x:t>{{doan:a}}</x:t></x:r></x:p></x:body></x:document>`,
    });
    const result = await fillTemplate(other, (name) => VALUES[name]);
    const xml = result.ok ? strFromU8(unzipSync(result.value.bytes)['word/document.xml']) : '';
    expect(xml).toMatch(/<x:t[^>]*>một<\/x:t>/);
    expect(xml).not.toContain('w:');
  });

  it('what was deleted or moved away is no field, and a broken pair stays as it stands', async () => {
    const gone =
      '<w:p><w:moveFrom><w:r><w:t>{{ky}}</w:t></w:r></w:moveFrom><w:r><w:delText>{{ky}}</w:delText></w:r></w:p>';
    expect((await filled(gone)).inner).toBe(gone);
    const { lines, troubles } = await filled(
      p('{{neu K02.dat}}') + p('a {{het}}') + p('{{het}}x') + p('{{la}}'),
    );
    expect(lines).toEqual(['{{neu K02.dat}}', 'a {{het}}', '{{het}}x', '{{la}}']);
    expect(troubles).toEqual([
      { kind: 'unknown', field: 'la' },
      { kind: 'not-closed', field: 'het' },
      { kind: 'not-closed', field: 'neu K02.dat' },
    ]);
  });

  it.each([
    ['no package', new TextEncoder().encode('không phải Word'), 'word-template-not-docx'],
    ['a template of Word', template(p('a'), {}, 'template.main'), 'word-template-not-docx'],
    ['macros', template(p('a'), { 'word/vbaProject.bin': 'x' }), 'word-template-macros'],
    ['tags that do not close', template('<w:p><w:r>'), 'file-damaged'],
    [
      'a document type',
      template('', { 'word/document.xml': '<!DOCTYPE a><w:p/>' }),
      'file-damaged',
    ],
    [
      'elements too deep',
      template('<w:sdt>'.repeat(5000) + p('a') + '</w:sdt>'.repeat(5000)),
      'file-too-large',
    ],
    ['a file cut off', template(p('a')).slice(0, 300), 'file-damaged'],
    ['one name twice', template(p('a'), { 'word/DOCUMENT.xml': '<a/>' }), 'file-damaged'],
  ])('%s is refused', (_, bytes, code) => {
    expect(templateFields(bytes as Uint8Array)).toMatchObject({ ok: false, refusal: { code } });
  });
});
