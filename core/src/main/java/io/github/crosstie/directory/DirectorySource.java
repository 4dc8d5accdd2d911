package io.github.crosstie.directory;

/**
 * Where directories come from: implemented by a CRM connector.
 */
@FunctionalInterface
public interface DirectorySource {

    /**
     * Reads the organization's directory as it stands now. May be called repeatedly and from any thread, one call at a time.
     *
     * @return a snapshot; {@link Directory#complete} tells whether the listing was proven complete (G3)
     * @throws io.github.crosstie.fault.CrosstieException if no snapshot can be made at all
     */
    Directory read();
}
