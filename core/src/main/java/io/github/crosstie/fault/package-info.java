/**
 * What can go wrong, and what does the caller do next? Begin with {@link io.github.crosstie.fault.CrosstieException},
 * whose leaves are split by just that: wait, ask a person, list anew, stop, or mend the input.
 *
 * <p>Trouble with a single record is never an exception: it is a value in an outcome. An exception here concerns a
 * whole mailbox, a whole listing or a whole document, and its message names the thing, the reason and the remedy,
 * never a secret or a person's data. This is the first package of the library; it uses no other.
 */
@NullMarked
package io.github.crosstie.fault;

import org.jspecify.annotations.NullMarked;
