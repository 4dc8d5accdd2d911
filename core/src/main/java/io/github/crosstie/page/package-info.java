/**
 * The same for a browser: how everybody fares, every outcome, and plans, each as one page in HTML. Begin with {@link
 * io.github.crosstie.page.StatusPage}.
 *
 * <p>Each page is one self-contained text with its style and drawings, without any script; it reads well on screens
 * light and dark, on paper, by keyboard and by ear. Nothing here computes anew what an earlier package knows: a page
 * is a pure function of values, the same for the same values, and whatever somebody typed is shown as text.
 */
@NullMarked
package io.github.crosstie.page;

import org.jspecify.annotations.NullMarked;
