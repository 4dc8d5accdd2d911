package io.github.crosstie.testkit.internal.mailbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The elements of items: their order in the schema, who may write them, what the shapes show. */
public final class Fields {

    /** Stands in the order for all extended properties. */
    public static final String EXTENDED = "ExtendedProperty";

    private static final List<String> ITEM = words("""
            MimeContent ItemId ParentFolderId ItemClass Subject Sensitivity Body Attachments DateTimeReceived Size
            Categories Importance InReplyTo IsSubmitted IsDraft IsFromMe IsResend IsUnmodified DateTimeSent
            DateTimeCreated ResponseObjects ReminderDueBy ReminderIsSet ReminderNextTime ReminderMinutesBeforeStart
            DisplayCc DisplayTo DisplayBcc HasAttachments ExtendedProperty Culture EffectiveRights LastModifiedName
            LastModifiedTime IsAssociated Flag TextBody
            """);

    private static final List<String> CONTACT = words("""
            FileAs FileAsMapping DisplayName GivenName Initials MiddleName Nickname CompleteName CompanyName
            EmailAddresses PhysicalAddresses PhoneNumbers AssistantName Birthday BusinessHomePage Children Companies
            ContactSource Department Generation ImAddresses JobTitle Manager Mileage OfficeLocation PostalAddressIndex
            Profession SpouseName Surname WeddingAnniversary HasPicture PhoneticFullName PhoneticFirstName
            PhoneticLastName Alias Notes
            """);

    private static final List<String> CALENDAR = words("""
            UID RecurrenceId DateTimeStamp Start End OriginalStart IsAllDayEvent LegacyFreeBusyStatus Location When
            IsMeeting IsCancelled IsRecurring MeetingRequestWasSent IsResponseRequested CalendarItemType MyResponseType
            Organizer RequiredAttendees OptionalAttendees Resources ConflictingMeetingCount AdjacentMeetingCount
            Duration TimeZone AppointmentReplyTime AppointmentSequenceNumber AppointmentState Recurrence FirstOccurrence
            LastOccurrence ModifiedOccurrences DeletedOccurrences MeetingTimeZone StartTimeZone EndTimeZone
            ConferenceType AllowNewTimeProposal IsOnlineMeeting MeetingWorkspaceUrl NetShowUrl StartWallClock
            EndWallClock StartTimeZoneId EndTimeZoneId IsOrganizer DoNotForwardMeeting
            """);

    private static final List<String> MESSAGE = words("IsRead");

    private static final Map<String, Integer> RANKS = ranks();

    /** What the server alone sets. */
    private static final Set<String> READ_ONLY = Set.copyOf(words("""
            ItemId ParentFolderId Size DateTimeReceived DateTimeSent DateTimeCreated ReminderNextTime DisplayCc
            DisplayTo DisplayBcc HasAttachments EffectiveRights LastModifiedName LastModifiedTime IsAssociated TextBody
            CompleteName ContactSource HasPicture RecurrenceId DateTimeStamp OriginalStart IsMeeting IsCancelled
            IsRecurring MeetingRequestWasSent CalendarItemType Organizer ConflictingMeetingCount AdjacentMeetingCount
            Duration TimeZone AppointmentReplyTime AppointmentSequenceNumber AppointmentState FirstOccurrence
            LastOccurrence ModifiedOccurrences DeletedOccurrences StartWallClock EndWallClock StartTimeZoneId
            EndTimeZoneId IsOrganizer ResponseObjects MyResponseType Attachments MimeContent
            """));

    /** What no person types, but what comes along with a meeting of somebody else's. */
    private static final Set<String> COMES_ALONG = Set.copyOf(words("""
            Organizer MyResponseType IsMeeting IsCancelled MeetingRequestWasSent AppointmentReplyTime
            AppointmentSequenceNumber AppointmentState DateTimeReceived DateTimeSent DateTimeStamp IsOrganizer
            """));

    /** What neither listings nor changes of a folder can show. */
    private static final Set<String> ONLY_ONE_BY_ONE =
            Set.of("Body", "TextBody", "MimeContent", "Attachments", "ResponseObjects");

    /** What listings leave out in silence. */
    private static final Set<String> NOT_IN_LISTINGS = Set.of(
            "RequiredAttendees",
            "OptionalAttendees",
            "Resources",
            "Recurrence",
            "FirstOccurrence",
            "LastOccurrence",
            "ModifiedOccurrences",
            "DeletedOccurrences",
            "StartTimeZone",
            "EndTimeZone",
            "Notes");

    private static final Set<String> DEFAULT = Set.copyOf(words("""
            ItemId Subject Body Attachments HasAttachments Culture FileAs DisplayName CompleteName CompanyName
            EmailAddresses PhysicalAddresses PhoneNumbers ImAddresses JobTitle Sensitivity Importance Start End
            IsAllDayEvent LegacyFreeBusyStatus Location IsMeeting IsCancelled IsRecurring MeetingRequestWasSent
            CalendarItemType MyResponseType Organizer RequiredAttendees OptionalAttendees Resources Recurrence
            FirstOccurrence LastOccurrence ModifiedOccurrences DeletedOccurrences TimeZone ResponseObjects IsRead UID
            """));

    private Fields() {}

    /** Where an element stands in its item. */
    public static int rank(String element) {
        return RANKS.getOrDefault(element, Integer.MAX_VALUE);
    }

    public static boolean known(String element) {
        return RANKS.containsKey(element);
    }

    public static boolean readOnly(String element) {
        return READ_ONLY.contains(element);
    }

    /** Whether an item of a kind can come into a folder with an element. */
    public static boolean comesWith(String kind, String element) {
        boolean ofKind = switch (kind) {
            case "Contact", "DistributionList" -> !CALENDAR.contains(element);
            case "CalendarItem" -> !CONTACT.contains(element);
            default -> !CONTACT.contains(element) && !CALENDAR.contains(element);
        };
        return ofKind && (!readOnly(element) || COMES_ALONG.contains(element));
    }

    public static boolean onlyOneByOne(String element) {
        return ONLY_ONE_BY_ONE.contains(element);
    }

    public static boolean notInListings(String element) {
        return NOT_IN_LISTINGS.contains(element);
    }

    public static boolean inDefaultShape(String element) {
        return DEFAULT.contains(element);
    }

    private static Map<String, Integer> ranks() {
        List<String> all = new ArrayList<>(ITEM);
        all.addAll(CONTACT);
        all.addAll(CALENDAR);
        all.addAll(MESSAGE);
        Map<String, Integer> ranks = new HashMap<>();
        for (String element : all) {
            ranks.put(element, ranks.size());
        }
        return ranks;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
