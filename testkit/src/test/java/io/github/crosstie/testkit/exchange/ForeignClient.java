package io.github.crosstie.testkit.exchange;

import java.util.ArrayList;
import java.util.List;
import microsoft.exchange.webservices.data.core.ExchangeService;
import microsoft.exchange.webservices.data.core.PropertySet;
import microsoft.exchange.webservices.data.core.enumeration.misc.ExchangeVersion;
import microsoft.exchange.webservices.data.core.enumeration.service.SyncFolderItemsScope;
import microsoft.exchange.webservices.data.credential.WebCredentials;
import microsoft.exchange.webservices.data.property.complex.FolderId;
import microsoft.exchange.webservices.data.sync.ChangeCollection;
import microsoft.exchange.webservices.data.sync.ItemChange;

/** A client of EWS that others have written. */
final class ForeignClient {

    private ForeignClient() {}

    static ExchangeService of(LoopbackExchange server) {
        ExchangeService service = new ExchangeService(ExchangeVersion.Exchange2010_SP2);
        service.setUrl(server.url());
        service.setCredentials(new WebCredentials("anna@acme.example", "secret"));
        return service;
    }

    /** All changes of a folder since a state, page by page. */
    static Pass changes(ExchangeService service, FolderId folder, String state) throws Exception {
        List<ItemChange> changes = new ArrayList<>();
        String reached = state;
        boolean more = true;
        while (more) {
            ChangeCollection<ItemChange> page = service.syncFolderItems(
                    folder, PropertySet.IdOnly, null, 512, SyncFolderItemsScope.NormalItems, reached);
            page.forEach(changes::add);
            reached = page.getSyncState();
            more = page.getMoreChangesAvailable();
        }
        return new Pass(changes, reached);
    }

    record Pass(List<ItemChange> changes, String state) {}
}
