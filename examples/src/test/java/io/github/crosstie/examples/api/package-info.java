/** The public API as text: one file for each module in {@code docs/api}, which a change of the API changes too. */
@NullMarked
package io.github.crosstie.examples.api;

import org.jspecify.annotations.NullMarked;
