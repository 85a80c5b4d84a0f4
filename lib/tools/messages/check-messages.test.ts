import { describe, expect, test } from 'vitest';
import { checkMessages, type Messages } from './check-messages';
import { readCatalogues, readShippedCode } from './read-messages';

test('every message is there in every language, and each is used', () => {
  const catalogues = readCatalogues();
  expect(Object.keys(catalogues).sort()).toEqual(['en', 'ko', 'zh_CN', 'zh_TW']);
  expect(checkMessages(catalogues, readShippedCode())).toEqual([]);
});

describe('checkMessages', () => {
  const NAME = { name: { content: '$1' } };
  const english: Messages = {
    hello: { message: 'Hello $NAME$', description: '-', placeholders: NAME },
    found_one: { message: 'one name', description: '-' },
    found_other: { message: 'names', description: '-' },
    title: { message: 'Title', description: '-' },
  };
  const korean: Messages = {
    hello: { message: '안녕하세요, $NAME$', placeholders: NAME },
    found_one: { message: '이름' },
    found_other: { message: '이름' },
    title: { message: '제목' },
  };
  const CODE = "t('hello', name) + plural('found', 2); title: '__MSG_title__'";
  const problems = (en: Messages, ko: Messages, code = CODE) =>
    checkMessages({ en, ko }, code).map((each) => `${each.language}: ${each.key} ${each.problem}`);

  test('has nothing to say of messages that are all right', () => {
    expect(problems(english, korean)).toEqual([]);
  });

  const { title: _title, ...untitled } = korean;
  const { found_other: _other, ...unpaired } = english;
  test.each<[string, Messages, Messages, string, string[]]>([
    ['a missing translation', english, untitled, CODE, ['ko: title is missing']],
    [
      'a translation of nothing',
      english,
      { ...korean, more: { message: '더' } },
      CODE,
      ['ko: more is not there in English'],
    ],
    [
      'words left in English',
      english,
      { ...korean, title: { message: 'Title' } },
      CODE,
      ['ko: title is still English'],
    ],
    ['an empty one', english, { ...korean, title: { message: ' ' } }, CODE, ['ko: title is empty']],
    [
      'a lost value',
      english,
      { ...korean, hello: { message: '안녕하세요' } },
      CODE,
      ['ko: hello has other placeholders than English'],
    ],
    [
      'an undeclared value',
      english,
      { ...korean, title: { message: '$NAME$ 제목' } },
      CODE,
      ['ko: title uses $NAME$ without declaring it'],
    ],
    [
      'a value that is not used',
      english,
      { ...korean, hello: { message: '안녕하세요', placeholders: NAME } },
      CODE,
      ['ko: hello does not use $NAME$'],
    ],
    [
      'values in another order',
      english,
      { ...korean, hello: { message: '$NAME$', placeholders: { name: { content: '$2' } } } },
      CODE,
      ['ko: hello has gaps in its placeholders', 'ko: hello has other placeholders than English'],
    ],
    [
      'a message that nobody asks for',
      english,
      korean,
      "'hello' 'found'",
      ['en: title is used nowhere'],
    ],
    [
      'words that the manifest does not find',
      english,
      korean,
      `${CODE} '__MSG_name__'`,
      ['en: name is asked for and not there'],
    ],
    [
      'half a plural',
      unpaired,
      korean,
      CODE,
      ['en: found_one has no found_other', 'ko: found_other is not there in English'],
    ],
    [
      'a message without a description',
      { ...english, title: { message: 'Title' } },
      korean,
      CODE,
      ['en: title has no description'],
    ],
  ])('finds %s', (_what, en, ko, code, found) => {
    expect(problems(en, ko, code)).toEqual(found);
  });
});
