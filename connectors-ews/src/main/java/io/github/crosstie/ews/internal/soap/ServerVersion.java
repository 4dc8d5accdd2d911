package io.github.crosstie.ews.internal.soap;

import java.util.Optional;

/** The versions of the schema that this connector asks for, the newest first. */
public enum ServerVersion {
    /** Exchange Server 2013 SP1 and all later ones: everything this connector knows. */
    EXCHANGE_2013_SP1("Exchange2013_SP1"),
    /** Exchange Server 2010 SP2. */
    EXCHANGE_2010_SP2("Exchange2010_SP2"),
    /** Exchange Server 2010. */
    EXCHANGE_2010("Exchange2010"),
    /** Exchange Server 2007 SP1: no time zones of events. */
    EXCHANGE_2007_SP1("Exchange2007_SP1");

    private final String value;

    ServerVersion(String value) {
        this.value = value;
    }

    /**
     * How it is written.
     *
     * @return the value of the header's attribute
     */
    public String value() {
        return value;
    }

    /**
     * What to try when a server does not know this version.
     *
     * @return the next older one, or empty if there is none
     */
    public Optional<ServerVersion> older() {
        return switch (this) {
            case EXCHANGE_2013_SP1 -> Optional.of(EXCHANGE_2010_SP2);
            case EXCHANGE_2010_SP2 -> Optional.of(EXCHANGE_2010);
            case EXCHANGE_2010 -> Optional.of(EXCHANGE_2007_SP1);
            case EXCHANGE_2007_SP1 -> Optional.empty();
        };
    }
}
