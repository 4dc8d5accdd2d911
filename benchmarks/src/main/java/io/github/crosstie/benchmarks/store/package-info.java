/** What the durable store does in a second on either database, and what a link takes there, beside a plain file. */
@NullMarked
package io.github.crosstie.benchmarks.store;

import org.jspecify.annotations.NullMarked;
