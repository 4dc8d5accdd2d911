package io.github.crosstie.examples.folder;

import io.github.crosstie.item.ItemKind;
import java.nio.file.Path;

class FolderContactsTest extends FolderContract {

    @Override
    ItemKind kind() {
        return ItemKind.CONTACT;
    }

    @Override
    Path file(String name) {
        return root.resolve(ADA.value()).resolve("Salesforce_Sync").resolve(name + ".vcf");
    }

    @Override
    String lastLine() {
        return "END:VCARD";
    }
}
