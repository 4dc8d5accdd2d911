package io.github.crosstie.examples.folder;

import io.github.crosstie.item.ItemKind;
import java.nio.file.Path;

class FolderEventsTest extends FolderContract {

    @Override
    ItemKind kind() {
        return ItemKind.EVENT;
    }

    @Override
    Path folder() {
        return root.resolve(ADA.value()).resolve("Calendar");
    }

    @Override
    String lastLine() {
        return "END:VEVENT";
    }
}
