package io.github.crosstie.ews.autodiscover;

import io.github.crosstie.ews.internal.soap.XmlInput;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the XML form of Autodiscover answers.
 *
 * @param action what to do with it: to take the settings, to ask for another address, or to ask another service; empty
 *     if it does not say
 * @param redirectAddress another address of the mailbox, to ask for instead; or empty
 * @param redirectUrl another Autodiscover service, to ask instead; or empty
 * @param errorCode the code of its refusal; or empty
 * @param protocols what it tells of the ways to the mailbox
 */
record PoxAnswer(
        String action, String redirectAddress, String redirectUrl, String errorCode, List<Protocol> protocols) {

    /** The namespace of what is asked. */
    private static final String REQUEST =
            "http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006";

    /** The namespace of the answer that is asked for. */
    private static final String RESPONSE =
            "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";

    /** What is asked of the service. */
    static String request(String address) {
        String escaped = address.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String question = """
                <?xml version="1.0" encoding="utf-8"?>
                <Autodiscover xmlns="%s"><Request><EMailAddress>%s</EMailAddress>\
                <AcceptableResponseSchema>%s</AcceptableResponseSchema></Request></Autodiscover>""";
        return question.formatted(REQUEST, escaped, RESPONSE);
    }

    /** Reads an answer; elements that it does not know are passed over. */
    static PoxAnswer read(InputStream document) {
        Reading reading = new Reading();
        XmlInput.of(document).children(reading::response);
        return new PoxAnswer(
                reading.action, reading.redirectAddress, reading.redirectUrl, reading.errorCode, reading.protocols);
    }

    /** The address of Exchange Web Services, the one for the outside first. */
    Optional<String> ews() {
        return ews("EXPR").or(() -> ews("EXHTTP")).or(() -> ews("EXCH")).or(() -> ews("WEB"));
    }

    private Optional<String> ews(String type) {
        return protocols.stream()
                .filter(protocol -> protocol.type().equals(type))
                .map(Protocol::ews)
                .filter(url -> !url.isEmpty())
                .findFirst();
    }

    /**
     * One way to the mailbox.
     *
     * @param type such as {@code EXPR}
     * @param ews the address of Exchange Web Services; or empty
     */
    record Protocol(String type, String ews) {}

    private static final class Reading {
        private final List<Protocol> protocols = new ArrayList<>();
        private String action = "";
        private String redirectAddress = "";
        private String redirectUrl = "";
        private String errorCode = "";
        private String type = "";
        private String ews = "";

        void response(XmlInput response) {
            if (response.name().equals("Response")) {
                response.children(child -> {
                    switch (child.name()) {
                        case "Account" -> child.children(this::account);
                        case "Error" -> child.children(this::error);
                        default -> child.skip();
                    }
                });
            }
        }

        private void account(XmlInput child) {
            switch (child.name()) {
                case "Action" -> action = child.text().strip();
                case "RedirectAddr" -> redirectAddress = child.text().strip();
                case "RedirectUrl" -> redirectUrl = child.text().strip();
                case "Protocol" -> protocol(child);
                default -> child.skip();
            }
        }

        private void protocol(XmlInput protocol) {
            String attribute = protocol.attribute("Type");
            type = attribute == null ? "" : attribute;
            ews = "";
            protocol.children(child -> {
                switch (child.name()) {
                    case "Type" -> type = child.text().strip();
                    case "EwsUrl" -> ews = child.text().strip();
                    default -> child.skip();
                }
            });
            protocols.add(new Protocol(type, ews));
        }

        private void error(XmlInput child) {
            if (child.name().equals("ErrorCode")) {
                errorCode = child.text().strip();
            }
        }
    }
}
