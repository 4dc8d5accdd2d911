/**
 * What can go wrong: one small hierarchy of exceptions, split by what the caller does next.
 *
 * <p>Trouble with a single record is never an exception: it is a value in an outcome. An exception here concerns a whole
 * mailbox, a whole listing or a whole document. This is the first package of the library; it uses no other.
 */
@NullMarked
package io.github.crosstie.fault;

import org.jspecify.annotations.NullMarked;
