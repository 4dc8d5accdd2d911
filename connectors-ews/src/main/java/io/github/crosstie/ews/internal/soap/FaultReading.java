package io.github.crosstie.ews.internal.soap;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads a fault of SOAP 1.1. What it is about stands in the detail; a fault without one, as the schema's validation and
 * other software write it, names the code behind the prefix of {@code faultcode}, or names none that is known.
 */
final class FaultReading {

    private final Map<String, String> values = new HashMap<>();
    private String faultCode = "";
    private String text = "";
    private String code = "";

    static Trouble read(XmlInput fault) {
        FaultReading reading = new FaultReading();
        fault.children(reading::part);
        return reading.trouble();
    }

    private void part(XmlInput part) {
        switch (part.name()) {
            case "faultcode" -> faultCode = part.text().strip();
            case "faultstring" -> text = part.text();
            case "detail" -> part.children(this::detail);
            default -> part.skip();
        }
    }

    private void detail(XmlInput detail) {
        switch (detail.name()) {
            case "ResponseCode" -> code = detail.text().strip();
            case "Message" -> text = detail.text();
            case "MessageXml" -> values.putAll(MessageXml.read(detail));
            default -> values.putIfAbsent(detail.name(), detail.text());
        }
    }

    private Trouble trouble() {
        String local = faultCode.substring(faultCode.indexOf(':') + 1);
        String named = code.isEmpty() ? local : code;
        return new Trouble(ResponseCode.of(named.isEmpty() ? "Fault" : named), text, values);
    }
}
