package io.github.crosstie.ews.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ResponseCodesTest {

    @Test
    @EnabledIfSystemProperty(named = "ews.schema.dir", matches = ".+", disabledReason = "ews.schema.dir is not set")
    void theTableHoldsExactlyTheCodesOfTheSchema() throws Exception {
        Set<String> schema = codesOf(Path.of(System.getProperty("ews.schema.dir"), "messages.xsd"));

        assertThat(schema).hasSize(521);
        assertThat(ResponseCodeTable.KINDS.keySet()).isEqualTo(schema);
    }

    @Test
    void everyKindHasCodes() {
        assertThat(ResponseCodeTable.KINDS).hasSize(521).containsValues(TroubleKind.values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ':', textBlock = """
                    NONE      : NoError
                    THROTTLED : ErrorServerBusy ErrorExceededConnectionCount ErrorExceededFindCountLimit ErrorTooManyObjectsOpened
                    THROTTLED : ErrorExceededSubscriptionCount ErrorInsufficientResources
                    TRANSIENT : ErrorInternalServerError ErrorInternalServerTransientError ErrorTimeoutExpired ErrorADUnavailable
                    TRANSIENT : ErrorMailboxStoreUnavailable ErrorMailboxFailover ErrorConnectionFailed ErrorClientDisconnected
                    TRANSIENT : ErrorADOperation ErrorServiceUnavailable ErrorNoRespondingCASInDestinationSite
                    TRANSIENT : ErrorBatchProcessingStopped
                    MOVING    : ErrorMailboxMoveInProgress ErrorCrossSiteRequest ErrorMailboxLogonFailed
                    CONFLICT  : ErrorIrresolvableConflict ErrorStaleObject ErrorChangeKeyRequired ErrorInvalidChangeKey
                    CONFLICT  : ErrorChangeKeyRequiredForWriteOperations
                    GONE      : ErrorItemNotFound ErrorCalendarOccurrenceIsDeletedFromRecurrence
                    ITEM      : ErrorInvalidPropertySet ErrorInvalidValueForProperty ErrorItemSavePropertyError ErrorItemCorrupt
                    ITEM      : ErrorCorruptData ErrorMessageSizeExceeded ErrorDataSizeLimitExceeded ErrorInvalidIdMalformed
                    ITEM      : ErrorCalendarDurationIsTooLong ErrorCalendarEndDateIsEarlierThanStartDate ErrorInvalidRecipients
                    ITEM      : ErrorCalendarInvalidRecurrence ErrorCalendarOutOfRange ErrorCalendarIsNotOrganizer
                    ITEM      : ErrorRecurrenceHasNoOccurrence ErrorCannotCreateContactInNonContactFolder
                    ITEM      : ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange ErrorOccurrenceTimeSpanTooBig
                    ITEM      : ErrorOccurrenceCrossingBoundary ErrorNameResolutionNoResults ErrorFolderExists
                    PROGRAM   : ErrorSchemaValidation ErrorInvalidRequest ErrorInvalidPropertyForOperation ErrorMissingArgument
                    PROGRAM   : ErrorCalendarViewRangeTooBig ErrorSendMeetingInvitationsRequired
                    MAILBOX   : ErrorNonExistentMailbox ErrorNonPrimarySmtpAddress ErrorMailboxConfiguration ErrorCannotFindUser
                    MAILBOX   : ErrorAccountDisabled ErrorMissingEmailAddress ErrorQuotaExceeded ErrorFolderNotFound
                    MAILBOX   : ErrorSyncFolderNotFound
                    RIGHTS    : ErrorAccessDenied ErrorImpersonateUserDenied ErrorImpersonationDenied ErrorImpersonationFailed
                    RIGHTS    : ErrorCreateItemAccessDenied
                    BLOCKED   : ErrorOrganizationAccessBlocked
                    STATE     : ErrorInvalidSyncStateData ErrorInvalidWatermark ErrorExpiredSubscription ErrorInvalidSubscription
                    STATE     : ErrorEventNotFound
                    VERSION   : ErrorInvalidServerVersion ErrorIncorrectSchemaVersion
                    VERSION   : ErrorInvalidSchemaVersionForMailboxVersion
                    """)
    void theCodesThatMatterHaveTheirKind(TroubleKind kind, String names) {
        assertThat(List.of(names.split(" "))).allSatisfy(name -> {
            assertThat(ResponseCode.of(name).kind()).isEqualTo(kind);
            assertThat(ResponseCode.of(name).known()).isTrue();
        });
    }

    @Test
    @DisplayName("a code of a newer server concerns its item alone")
    void unknownCodesConcernTheirItem() {
        ResponseCode code = ResponseCode.of("ErrorOfNextYear");

        assertThat(code.kind()).isEqualTo(TroubleKind.ITEM);
        assertThat(code.known()).isFalse();
    }

    private static Set<String> codesOf(Path schema) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        Element root =
                factory.newDocumentBuilder().parse(Files.newInputStream(schema)).getDocumentElement();
        NodeList types = root.getElementsByTagName("xs:simpleType");
        Set<String> codes = new HashSet<>();
        for (int type = 0; type < types.getLength(); type++) {
            Element candidate = (Element) types.item(type);
            if (candidate.getAttribute("name").equals("ResponseCodeType")) {
                NodeList values = candidate.getElementsByTagName("xs:enumeration");
                for (int at = 0; at < values.getLength(); at++) {
                    codes.add(((Element) values.item(at)).getAttribute("value"));
                }
            }
        }
        return codes;
    }
}
