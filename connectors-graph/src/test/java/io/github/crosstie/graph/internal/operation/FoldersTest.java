package io.github.crosstie.graph.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.graph.ScriptedChannel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FoldersTest {

    private static final String NONE = "{'value':[]}";
    private static final String FOUND = "{'value':[{'id':'F1','displayName':'Salesforce_Sync'}]}";

    private final ScriptedChannel channel = new ScriptedChannel();
    private final Folders folders = new Folders(channel);

    @Test
    @DisplayName("S17: the folder is looked for under Contacts, and not made for that")
    void looksUnderContacts() {
        channel.answer(200, FOUND).answer(200, NONE);

        assertThat(folders.contacts("Salesforce_Sync")).contains(new Place("F1", ""));
        assertThat(folders.contacts("Ada's")).isEmpty();
        assertThat(channel.calls())
                .containsExactly(
                        "GET /contactFolders?$filter=displayName eq 'Salesforce_Sync'&$select=id,displayName",
                        "GET /contactFolders?$filter=displayName eq 'Ada''s'&$select=id,displayName");
    }

    @Test
    @DisplayName("S17: whoever else makes the folder in the same moment makes the one that both use")
    void usesWhatSomebodyElseMade() {
        channel.refuse(409, "ErrorFolderExists").answer(200, FOUND);

        assertThat(folders.makeContacts("Salesforce_Sync").id()).isEqualTo("F1");
    }

    @Test
    @DisplayName("S17: a folder that can be neither found nor made says so")
    void saysWhatIsInTheWay() {
        channel.refuse(409, "ErrorFolderExists").answer(200, NONE);

        assertThatThrownBy(() -> folders.makeContacts("Salesforce_Sync"))
                .isInstanceOf(MailboxUnavailableException.class)
                .hasMessageContaining("another kind of folder");
    }

    @Test
    @DisplayName("S10: a place for deleted items that the server does not show is none; a busy server is busy")
    void takesTheBinsThatThereAre() {
        channel.answer(200, "{'id':'B1'}").refuse(404, "ErrorFolderNotFound");
        assertThat(folders.bins()).containsExactly(new Place("B1", ""));

        channel.answer(200, "{'id':'B1'}").refuse(429, "ApplicationThrottled");
        assertThatThrownBy(folders::bins).isInstanceOf(ThrottledException.class);
    }
}
