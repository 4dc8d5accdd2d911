/**
 * A connector from beginning to end: a mailbox that is a folder of vCards and iCalendar files. The guide
 * {@code docs/connector.md} leads through it.
 */
@NullMarked
package io.github.crosstie.examples.folder;

import org.jspecify.annotations.NullMarked;
