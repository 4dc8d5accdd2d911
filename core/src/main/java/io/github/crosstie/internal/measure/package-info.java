/**
 * The measures that keep records safe, each by its name, so that a test can take one away and see that somebody notices. Not part
 * of the API: exported to the module of test tools alone. Everything that runs outside of such a test has them all.
 */
@NullMarked
package io.github.crosstie.internal.measure;

import org.jspecify.annotations.NullMarked;
