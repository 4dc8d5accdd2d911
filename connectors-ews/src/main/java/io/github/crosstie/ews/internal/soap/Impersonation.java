package io.github.crosstie.ews.internal.soap;

import java.util.Objects;

/**
 * The user in whose name the signed-in account acts.
 *
 * @param element what the value is: {@code PrincipalName}, {@code SID}, {@code PrimarySmtpAddress} or {@code SmtpAddress}
 * @param value the user
 */
public record Impersonation(Kind element, String value) {

    /** Requires a value. */
    public Impersonation {
        Objects.requireNonNull(element, "element");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("impersonation of nobody; name the user or leave it out");
        }
    }

    /**
     * A user by any of the addresses of the mailbox.
     *
     * @param address the address
     * @return the impersonation
     */
    public static Impersonation ofAddress(String address) {
        return new Impersonation(Kind.SMTP_ADDRESS, address);
    }

    void write(XmlOutput out) {
        out.start(Space.TYPES, "ExchangeImpersonation").start(Space.TYPES, "ConnectingSID");
        out.element(Space.TYPES, element.written, value).end().end();
    }

    /** Names no user. */
    @Override
    public String toString() {
        return "Impersonation[" + element + "]";
    }

    /** What names a user. */
    public enum Kind {
        /** The user principal name. */
        PRINCIPAL_NAME("PrincipalName"),
        /** The security identifier. */
        SID("SID"),
        /** The primary address of the mailbox. */
        PRIMARY_SMTP_ADDRESS("PrimarySmtpAddress"),
        /** Any address of the mailbox. */
        SMTP_ADDRESS("SmtpAddress");

        private final String written;

        Kind(String written) {
            this.written = written;
        }
    }
}
