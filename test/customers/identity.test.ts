import { describe, expect, test } from 'vitest';
import { askedIdentities, customerOf } from '../../src/customers/core.js';
import { customerInput, foldAlias, identitiesOf, partsOf } from '../../src/customers/identity.js';
import { parseInput } from '../../src/lib/input.js';

const anEmail = 'email: Expected an e-mail such as "ada@example.com".';
const aPhone = 'phone: Expected a phone number of 5 to 15 digits, such as "+44 1632 960961".';

describe('given who a customer is, as somebody writes it, when it is read', () => {
  test.each([
    [{ id: 'u42' }, ['id:u42']],
    [{ id: '  u42 ' }, ['id:u42']],
    [{ id: 'U42' }, ['id:U42']],
    [{ id: 'ada+x@Example.com' }, ['id:ada+x@Example.com']],
    [{ id: '\u200bU1\u200d\ufeff' }, ['id:U1']],
    [{ id: ' \u200b U1' }, ['id:U1']],
    [{ id: 'Zoe\u0308' }, ['id:Zo\u00eb']],
    [{ id: 'Ｕ１' }, ['id:Ｕ１']],
    [{ id: 'U²' }, ['id:U²']],

    [{ email: 'ada@example.com' }, ['email:ada@example.com']],
    [{ email: '  ada@example.com' }, ['email:ada@example.com']],
    [{ email: '\u00a0\u3000ada@example.com\t\n' }, ['email:ada@example.com']],
    [{ email: 'ADA@Example.COM' }, ['email:ada@example.com']],
    [{ email: 'Ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ' }, ['email:ada@example.com']],
    [{ email: 'ada+shop@example.com' }, ['email:ada+shop@example.com']],
    [{ email: 'a.d.a@example.com' }, ['email:a.d.a@example.com']],
    [{ email: 'ada@Bücher.example' }, ['email:ada@xn--bcher-kva.example']],
    [{ email: 'ada@bu\u0308cher.example' }, ['email:ada@xn--bcher-kva.example']],
    [{ email: 'ada@xn--bcher-kva.example' }, ['email:ada@xn--bcher-kva.example']],
    [{ email: 'josé@exämple.com' }, ['email:josé@xn--exmple-cua.com']],
    [{ email: 'JOSE\u0301@exämple.com' }, ['email:josé@xn--exmple-cua.com']],
    [{ email: 'ада@example.com' }, ['email:ада@example.com']],
    [{ email: 'अदा@example.com' }, ['email:अदा@example.com']],
    [{ email: 'ada\u200b@exam\u00adple.com\ufeff' }, ['email:ada@example.com']],
    [{ email: "a/b=c!#$%&'*?^_`{|}~-d@x.com" }, ["email:a/b=c!#$%&'*?^_`{|}~-d@x.com"]],
    [{ email: 'ada@почта.рф' }, ['email:ada@xn--80a1acny.xn--p1ai']],

    [{ phone: '+441632960961' }, ['phone:+441632960961']],
    [{ phone: ' +44 1632 960-961 ' }, ['phone:+441632960961']],
    [{ phone: '0044 1632 960961' }, ['phone:+441632960961']],
    [{ phone: '+44 (0)1632 960961' }, ['phone:+441632960961']],
    [{ phone: '+44 (0) 1632 960961' }, ['phone:+441632960961']],
    [{ phone: '＋４４ １６３２\u2011９６０９６１' }, ['phone:+441632960961']],
    [{ phone: '\u202a+44 1632 960961\u202c' }, ['phone:+441632960961']],
    [{ phone: '+1 (212) 555.0100' }, ['phone:+12125550100']],
    [{ phone: '(01632) 960961' }, ['phone:01632960961']],
    [{ phone: '12345' }, ['phone:12345']],

    [
      { phone: '+441632960961', email: 'Ada@example.com', id: 'u42' },
      ['id:u42', 'email:ada@example.com', 'phone:+441632960961'],
    ],
    [{ id: null, email: 'ada@example.com', phone: null }, ['email:ada@example.com']],
  ])('%j, then they are %j', (written, identities) => {
    expect(parseInput(customerInput, written)).toEqual(identities);
  });

  test.each([
    [{}, 'Expected an id, an e-mail or a phone number.'],
    [{ id: null }, 'Expected an id, an e-mail or a phone number.'],
    [{ id: '  ' }, 'id: Expected 1 to 200 characters.'],
    [{ id: '\u200b' }, 'id: Expected 1 to 200 characters.'],
    [{ id: 'x'.repeat(201) }, 'id: Expected 1 to 200 characters.'],
    [{ id: 'a\0b' }, 'id: Expected text without NUL and without broken characters.'],
    [{ email: '' }, anEmail],
    [{ email: 'ada' }, anEmail],
    [{ email: 'ada@' }, anEmail],
    [{ email: 'ada @example.com' }, anEmail],
    [{ email: 'a@example.com, b@example.com' }, anEmail],
    [{ email: '.ada@example.com' }, anEmail],
    [{ email: 'ada.@example.com' }, anEmail],
    [{ email: 'a..da@example.com' }, anEmail],
    [{ email: '"a da"@example.com' }, anEmail],
    [{ email: 'a@da@example.com' }, anEmail],
    [{ email: 'ada(work)@example.com' }, anEmail],
    [{ email: '\u200b@example.com' }, anEmail],
    [{ email: 'ada@bücher .example' }, anEmail],
    [{ email: 'ada@1.2' }, anEmail],
    [{ email: '\0@example.com' }, anEmail],
    [
      { email: `ada@${`${'a'.repeat(60)}.`.repeat(4)}example` },
      'email: Expected an e-mail of up to 254 characters.',
    ],
    [{ phone: '1234' }, aPhone],
    [{ phone: '+1234567890123456' }, aPhone],
    [{ phone: '44+1632960961' }, aPhone],
    [{ phone: '++441632960961' }, aPhone],
    [{ phone: '+44 1632 960961 ext. 5' }, aPhone],
    [{ phone: 'ADA-LOVELACE' }, aPhone],
  ])('%j, then it is refused: %s', (written, message) => {
    expect(parseInput(customerInput, written)).toMatchObject({ failure: 'InvalidInput', message });
  });
});

describe('given an input that names its customer by either of two fields', () => {
  test.each([
    [{}, []],
    [{ customerId: null, customer: null }, []],
    [{ customerId: 'u42' }, ['id:u42']],
    [{ customer: ['email:ada@example.com'] as const }, ['email:ada@example.com']],
    [{ customerId: 'u42', customer: ['id:u42'] as const }, ['id:u42']],
    [
      { customerId: 'u42', customer: ['email:ada@example.com', 'phone:12345'] as const },
      ['id:u42', 'email:ada@example.com', 'phone:12345'],
    ],
    [
      { customerId: 'u42', customer: ['id:u42', 'email:ada@example.com'] as const },
      ['id:u42', 'email:ada@example.com'],
    ],
  ])('when it is %j, then its identities are %j', (input, identities) => {
    expect(identitiesOf(input)).toEqual(identities);
  });

  test('when the two differ, then it is refused', () => {
    expect(identitiesOf({ customerId: 'u42', customer: ['id:u43', 'email:ada@example.com'] })).toEqual({
      failure: 'InvalidInput',
      message: 'customer.id: Expected the same as `customerId`, or only one of them.',
      problems: [
        { path: ['customer', 'id'], message: 'Expected the same as `customerId`, or only one of them.' },
      ],
    });
  });
});

describe('given an identity', () => {
  test.each([
    ['email:ada+x@example.com', 'email:ada@example.com'],
    ['email:ada+x+y@example.com', 'email:ada@example.com'],
    ['email:ada+@example.com', 'email:ada@example.com'],
    ['email:a.d.a+x@example.com', 'email:a.d.a@example.com'],
    ['email:ada@example.com', 'email:ada@example.com'],
    ['email:+x@example.com', 'email:+x@example.com'],
    ['id:ada+x@example.com', 'id:ada+x@example.com'],
    ['phone:+441632960961', 'phone:+441632960961'],
  ])('when %s is folded, then it is %s', (identity, folded) => {
    expect(foldAlias(identity)).toBe(folded);
  });

  test.each([
    ['id:u42', { kind: 'ID', value: 'u42' }],
    ['id:shop:42', { kind: 'ID', value: 'shop:42' }],
    ['email:ada@example.com', { kind: 'EMAIL', value: 'ada@example.com' }],
    ['phone:+441632960961', { kind: 'PHONE', value: '+441632960961' }],
  ])('when %s is shown, then it is %j', (identity, parts) => {
    expect(partsOf(identity)).toEqual(parts);
  });
});

describe('given identities, of which some are linked', () => {
  const known = new Map([
    ['id:u1', 'email:one@example.com'],
    ['email:one@example.com', 'email:one@example.com'],
    ['email:two+x@example.com', 'id:u2'],
    ['id:u2', 'id:u2'],
  ]);

  test.each([
    [[], false, null],
    [['id:u1'], false, 'email:one@example.com'],
    [['email:one@example.com'], false, 'email:one@example.com'],
    [['id:u3', 'email:one@example.com'], false, 'id:u3'],
    [['email:one+x@example.com'], false, 'email:one+x@example.com'],
    [['email:one+x@example.com'], true, 'email:one@example.com'],
    [['email:two+x@example.com'], false, 'id:u2'],
    [['email:two+x@example.com'], true, 'id:u2'],
    [['email:two+y@example.com'], true, 'email:two@example.com'],
    [['id:u3+x@example.com'], true, 'id:u3+x@example.com'],
  ])(
    'when a limit counts %j, and that aliases are folded is %s, then it is under %s',
    (asked, folds, key) => {
      expect(customerOf(asked, known, folds)).toBe(key);
    },
  );

  test('when it is looked up who they are, then what they fold to is looked up as well', () => {
    expect(
      askedIdentities(['id:u1', 'email:one+x@example.com', 'email:one@example.com', 'phone:+12345']),
    ).toEqual(['id:u1', 'email:one+x@example.com', 'email:one@example.com', 'phone:+12345']);
    expect(askedIdentities(['email:one+x@example.com'])).toEqual([
      'email:one+x@example.com',
      'email:one@example.com',
    ]);
  });
});
