package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.XmlInput;

/**
 * Somebody whom an address or a name may stand for. Parts that the directory does not tell are empty.
 *
 * @param name the name
 * @param address the primary address
 * @param routingType how to read the address, such as {@code SMTP} or {@code EX}
 * @param mailboxType what it is, such as {@code Mailbox} or {@code PublicDL}
 */
public record Resolution(String name, String address, String routingType, String mailboxType) {

    static Resolution read(XmlInput mailbox) {
        Parts parts = new Parts();
        mailbox.children(parts::part);
        return new Resolution(parts.name, parts.address, parts.routingType, parts.mailboxType);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Resolution[" + mailboxType + "]";
    }

    private static final class Parts {
        private String name = "";
        private String address = "";
        private String routingType = "";
        private String mailboxType = "";

        void part(XmlInput part) {
            switch (part.name()) {
                case "Name" -> name = part.text();
                case "EmailAddress" -> address = part.text();
                case "RoutingType" -> routingType = part.text();
                case "MailboxType" -> mailboxType = part.text();
                default -> part.skip();
            }
        }
    }
}
