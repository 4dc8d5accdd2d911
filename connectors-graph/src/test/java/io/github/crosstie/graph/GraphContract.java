package io.github.crosstie.graph;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.EndpointContract;
import io.github.crosstie.testkit.Items;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The contract of endpoints over the wire, with people at the mailbox. */
abstract class GraphContract extends EndpointContract {

    private final Office office;
    private final ItemKind kind;

    GraphContract(Way way, ItemKind kind) {
        this.office = new Office(way);
        this.kind = kind;
    }

    int page() {
        return 200;
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Endpoint endpoint() {
        return office.another().paging(page(), 50).build().open(Office.ADA, kind, Items.anyConfiguration());
    }

    @Override
    protected Endpoint open() {
        return endpoint();
    }

    @Override
    protected Endpoint openAgain() {
        return endpoint();
    }

    @Override
    protected ItemKind kind(Endpoint endpoint) {
        return kind;
    }

    @Override
    protected boolean deleteAsPerson(ItemId id) {
        office.folder(kind).delete(office.exchangeId(id));
        return true;
    }

    @Override
    protected @Nullable ItemId copyAsPerson(ItemId id) {
        return office.graphId(office.folder(kind).copy(office.exchangeId(id)).id());
    }

    /** The notes of a contact are plain text to Graph: whoever changes them there takes their format away. */
    @Override
    protected Supplier<?> decorateAsPerson(ItemId id) {
        String exchangeId = office.exchangeId(id);
        office.folder(kind)
                .edit(
                        exchangeId,
                        kind == ItemKind.CONTACT
                                ? Map.of("Importance", "High", "FileAs", "The countess")
                                : Map.of("Importance", "High", "Body/HTML", "<html><body><b>bold</b></body></html>"));
        return () -> List.of(
                office.folder(kind).item(exchangeId).value("Importance"),
                office.folder(kind).item(exchangeId).value("FileAs"),
                office.folder(kind).item(exchangeId).value("Body").startsWith("<html>"));
    }

    @Override
    protected boolean expireCursors() {
        office.graph.expireDeltaTokens();
        return true;
    }
}
