package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.fault.ContractBrokenException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A folder with its version.
 *
 * @param id the folder's id, compared exactly
 * @param changeKey the version; null where it does not matter
 */
public record FolderKey(String id, @Nullable String changeKey) implements FolderReference {

    /** Requires an id. */
    public FolderKey {
        Objects.requireNonNull(id, "id");
    }

    /**
     * A folder in whatever version.
     *
     * @param id the folder's id
     * @return the key
     */
    public static FolderKey of(String id) {
        return new FolderKey(id, null);
    }

    /**
     * Reads a key.
     *
     * @param element stands on {@code t:FolderId} or an element like it
     * @return the key
     * @throws ContractBrokenException if it has no id
     */
    public static FolderKey read(XmlInput element) {
        String id = element.attribute("Id");
        if (id == null) {
            throw new ContractBrokenException("the server answered with a folder id that is empty; report it");
        }
        return new FolderKey(id, element.attribute("ChangeKey"));
    }

    @Override
    public void write(XmlOutput out) {
        out.start(Space.TYPES, "FolderId").attribute("Id", id);
        if (changeKey != null) {
            out.attribute("ChangeKey", changeKey);
        }
        out.end();
    }
}
