/** The syntax of mailbox addresses, and what two spellings of one have in common. Not part of the API. */
@NullMarked
package io.github.crosstie.internal.address;

import org.jspecify.annotations.NullMarked;
