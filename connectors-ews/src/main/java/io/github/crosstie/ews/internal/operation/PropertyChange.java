package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.util.function.Consumer;

/** A change of one property of an item. */
public sealed interface PropertyChange {

    /**
     * Which property.
     *
     * @return the path
     */
    PropertyPath path();

    /**
     * Give the property a value.
     *
     * @param path which property
     * @param value writes the property's element with its value, and nothing else
     */
    record Set(PropertyPath path, Consumer<XmlOutput> value) implements PropertyChange {}

    /**
     * Leave the property without a value.
     *
     * @param path which property
     */
    record Delete(PropertyPath path) implements PropertyChange {}
}
