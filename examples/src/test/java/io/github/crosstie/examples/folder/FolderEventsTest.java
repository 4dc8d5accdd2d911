package io.github.crosstie.examples.folder;

import io.github.crosstie.item.ItemKind;
import java.nio.file.Path;

class FolderEventsTest extends FolderContract {

    @Override
    ItemKind kind() {
        return ItemKind.EVENT;
    }

    @Override
    Path file(String name) {
        return root.resolve(ADA.value()).resolve("Calendar").resolve(name + ".ics");
    }

    @Override
    String lastLine() {
        return "END:VEVENT";
    }
}
