/**
 * A request that no correct client sends: a cursor that was never issued, a page of ten thousand. Answered as the
 * GraphQL error BAD_USER_INPUT with its message, unlike an expected failure, which is a value.
 */
export class Malformed extends Error {}
