/**
 * Reports as pages in HTML for people: how everybody fares, every outcome, and plans. Each page is one self-contained text with its
 * style and drawings, without any script; it reads well on screens light and dark, on paper, by keyboard and by ear.
 *
 * <p>Nothing here computes anew what an earlier package knows: a page is a pure function of values, the same for the same values.
 */
@NullMarked
package io.github.crosstie.page;

import org.jspecify.annotations.NullMarked;
