package io.github.crosstie.configuration;

import io.github.crosstie.item.ItemKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A digest of the settings that decide how one kind of record is synced: equal if and only if, for all that is known, the same
 * records in the same state give the same plan. It covers directions, mappings, policies, filters, window and cap. It leaves out
 * for whom the configuration is meant and what it is called, and guard and quarantine, which only say when something is done. The
 * order of mappings and filters means nothing, so it changes nothing. No setting can be read from it.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record SettingsFingerprint(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is no fingerprint
     */
    public SettingsFingerprint {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "settings fingerprint: use 64 lower-case hexadecimal digits, as a fingerprint is written");
        }
    }

    /**
     * The fingerprint of a configuration's settings for one kind of record.
     *
     * @param configuration the configuration
     * @param kind contacts or events
     * @return the fingerprint, the same on every run and every machine
     */
    public static SettingsFingerprint of(SyncConfiguration configuration, ItemKind kind) {
        return configuration.fingerprint(kind);
    }

    static SettingsFingerprint computed(SyncConfiguration configuration, ItemKind kind) {
        MessageDigest digest = sha256();
        add(digest, Spelling.of(kind));
        for (Map.Entry<String, String> setting :
                SettingTexts.of(configuration, kind).entrySet()) {
            add(digest, setting.getKey());
            add(digest, setting.getValue());
        }
        return new SettingsFingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    /** Each text with its length, so that two settings never read like one other. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
