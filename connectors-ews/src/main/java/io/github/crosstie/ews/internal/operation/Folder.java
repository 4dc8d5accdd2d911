package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.fault.ContractBrokenException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder.
 *
 * @param key the folder
 * @param parent the folder that holds it; null if the server did not say
 * @param folderClass what it is for, such as {@code IPF.Contact}; empty if the server did not say
 * @param displayName its name; empty if the server did not say
 * @param extended the values of the extended properties that were asked for, by their name, those that have one
 */
public record Folder(
        FolderKey key,
        @Nullable FolderKey parent,
        String folderClass,
        String displayName,
        Map<String, String> extended) {

    /** Copies the extended properties. */
    public Folder {
        extended = Map.copyOf(extended);
    }

    static Folder read(XmlInput element) {
        Parts parts = new Parts();
        element.children(parts::part);
        if (parts.key == null) {
            throw new ContractBrokenException("the server answered with a folder that has no id; report it");
        }
        return new Folder(parts.key, parts.parent, parts.folderClass, parts.displayName, parts.extended);
    }

    /** Names the folder, not what it says. */
    @Override
    public String toString() {
        return "Folder[" + key.id() + "]";
    }

    private static final class Parts {
        private final Map<String, String> extended = new HashMap<>();
        private @Nullable FolderKey key;
        private @Nullable FolderKey parent;
        private String folderClass = "";
        private String displayName = "";

        void part(XmlInput part) {
            switch (part.name()) {
                case "FolderId" -> key = FolderKey.read(part);
                case "ParentFolderId" -> parent = FolderKey.read(part);
                case "FolderClass" -> folderClass = part.text();
                case "DisplayName" -> displayName = part.text();
                case "ExtendedProperty" -> extended(part);
                default -> part.skip();
            }
        }

        private void extended(XmlInput property) {
            StringBuilder name = new StringBuilder();
            property.children(child -> {
                switch (child.name()) {
                    case "ExtendedFieldURI" -> {
                        String stated = child.attribute("PropertyName");
                        name.append(stated == null ? "" : stated);
                    }
                    case "Value" -> extended.put(name.toString(), child.text());
                    default -> child.skip();
                }
            });
        }
    }
}
