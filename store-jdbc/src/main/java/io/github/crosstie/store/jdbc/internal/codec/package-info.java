/** What is known, as JSON and back. Every text comes back as it was, whatever characters it holds. */
@NullMarked
package io.github.crosstie.store.jdbc.internal.codec;

import org.jspecify.annotations.NullMarked;
