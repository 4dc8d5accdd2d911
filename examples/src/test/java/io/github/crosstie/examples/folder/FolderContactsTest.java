package io.github.crosstie.examples.folder;

import io.github.crosstie.item.ItemKind;
import java.nio.file.Path;

class FolderContactsTest extends FolderContract {

    @Override
    ItemKind kind() {
        return ItemKind.CONTACT;
    }

    @Override
    Path folder() {
        return root.resolve(ADA.value()).resolve("Salesforce_Sync");
    }

    @Override
    String lastLine() {
        return "END:VCARD";
    }
}
