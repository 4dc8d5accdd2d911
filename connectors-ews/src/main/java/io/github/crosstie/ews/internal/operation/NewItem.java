package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.util.function.Consumer;

/**
 * An item to create.
 *
 * @param element what it is, such as {@code Contact} or {@code CalendarItem}
 * @param children writes what is in it, in the order of the schema; may be called again when the request is sent again
 */
public record NewItem(String element, Consumer<XmlOutput> children) {}
