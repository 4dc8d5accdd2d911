package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.XmlInput;
import org.jspecify.annotations.Nullable;

/** Reads truth values as XML schema writes them. */
final class Flag {

    private Flag() {}

    static boolean read(XmlInput element) {
        return isTrue(element.text());
    }

    static boolean isTrue(@Nullable String value) {
        return value != null && (value.strip().equals("true") || value.strip().equals("1"));
    }
}
