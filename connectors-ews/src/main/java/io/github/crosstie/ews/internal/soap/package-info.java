/** The language of the wire: elements written and read, response codes and what they mean. Internal. */
@NullMarked
package io.github.crosstie.ews.internal.soap;

import org.jspecify.annotations.NullMarked;
