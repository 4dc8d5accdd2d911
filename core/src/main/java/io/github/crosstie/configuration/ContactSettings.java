package io.github.crosstie.configuration;

import io.github.crosstie.item.ItemKind;

/**
 * How contacts are synced.
 *
 * @param records what contacts have in common with events
 * @param folder the one folder under Contacts that takes part, both ways (S17)
 */
public record ContactSettings(RecordSettings records, String folder) {

    /** The folder's name unless set otherwise (S17). */
    public static final String DEFAULT_FOLDER = "Salesforce_Sync";

    /** Contacts off, everything else by default. */
    public static final ContactSettings DEFAULT =
            new ContactSettings(RecordSettings.builder(ItemKind.CONTACT).build(), DEFAULT_FOLDER);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the settings are those of events or the folder's name is blank
     */
    public ContactSettings {
        if (records.kind() != ItemKind.CONTACT) {
            throw new IllegalArgumentException("contact settings need records of CONTACT, not " + records.kind());
        }
        if (folder.isBlank()) {
            throw new IllegalArgumentException("contact folder: the name is blank; the default is " + DEFAULT_FOLDER);
        }
    }

    /**
     * The same with other record settings.
     *
     * @param records the settings
     * @return a changed copy
     * @throws IllegalArgumentException if they are those of events
     */
    public ContactSettings withRecords(RecordSettings records) {
        return new ContactSettings(records, folder);
    }

    /**
     * The same with another folder.
     *
     * @param folder the folder's name under Contacts (S17)
     * @return a changed copy
     * @throws IllegalArgumentException if the name is blank
     */
    public ContactSettings withFolder(String folder) {
        return new ContactSettings(records, folder);
    }
}
