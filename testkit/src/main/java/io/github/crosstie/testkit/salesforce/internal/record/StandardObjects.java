package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.List;

/**
 * The objects that a sync touches, as far as a sync touches them. The first line names an object, the key prefix of its ids
 * and what can be done with its records; each further line is a field or a relationship, in the words of {@link Schema}.
 */
final class StandardObjects {

    /** What every object ends with. */
    static final String SYSTEM_FIELDS = """
            CreatedDate datetime read_only
            CreatedById reference read_only User
            LastModifiedDate datetime read_only
            LastModifiedById reference read_only User
            SystemModstamp datetime read_only""";

    private static final String ORGANIZATION = """
            Organization 00D
            Id id read_only
            Name string 80 required
            IsSandbox boolean read_only
            InstanceName string 5 read_only
            OrganizationType picklist 40 read_only
            TimeZoneSidKey picklist 40
            LanguageLocaleKey picklist 40
            TrialExpirationDate datetime read_only
            NamespacePrefix string 15 read_only""";

    private static final String USER = """
            User 005 create update
            Id id read_only
            Username string 80 required
            LastName string 80 required
            FirstName string 40
            Name string 121 read_only
            Email email 128 required
            Alias string 8
            Title string 80
            Phone phone 40
            MobilePhone phone 40
            CompanyName string 80
            Department string 80
            EmployeeNumber string 20
            TimeZoneSidKey picklist 40
            LocaleSidKey picklist 40
            EmailEncodingKey picklist 40
            LanguageLocaleKey picklist 40
            IsActive boolean
            UserType picklist 40 read_only
            ProfileId reference required Profile
            UserRoleId reference UserRole
            ManagerId reference User
            ContactId reference create_only Contact
            FederationIdentifier string 512
            LastLoginDate datetime read_only""";

    private static final String USER_LICENSE = """
            UserLicense 100
            Id id read_only
            Name string 40 read_only
            MasterLabel string 255 read_only
            LicenseDefinitionKey string 40 read_only""";

    private static final String PROFILE = """
            Profile 00e
            Id id read_only
            Name string 255 required
            UserType picklist 40 read_only
            UserLicenseId reference read_only UserLicense
            Description string 255""";

    private static final String USER_ROLE = """
            UserRole 00E create update delete
            Id id read_only
            Name string 80 required
            DeveloperName string 80
            ParentRoleId reference UserRole
            RollupDescription string 80
            PortalType picklist 40 read_only =None,CustomerPortal,Partner
            PortalRole picklist 40 read_only
            PortalAccountId reference read_only Account""";

    private static final String GROUP = """
            Group 00G create update delete
            Id id read_only
            Name string 40
            DeveloperName string 80
            Type picklist 40 create_only required
            RelatedId reference read_only User,UserRole
            Email email 128
            OwnerId reference read_only User,Organization
            DoesIncludeBosses boolean
            children GroupMembers GroupMember GroupId cascading""";

    private static final String GROUP_MEMBER = """
            GroupMember 011 create delete
            Id id read_only
            GroupId reference create_only required Group
            UserOrGroupId reference create_only required User,Group""";

    private static final String ACCOUNT = """
            Account 001 create update delete bin
            Id id read_only
            Name string 255 required
            Type picklist 255
            ParentId reference Account
            Phone phone 40
            Website url 255
            BillingStreet textarea 255
            BillingCity string 40
            BillingState string 80
            BillingPostalCode string 20
            BillingCountry string 80
            Description textarea 32000
            OwnerId reference User
            MasterRecordId reference read_only Account
            children Contacts Contact AccountId cascading""";

    private static final String CONTACT = """
            Contact 003 create update delete bin
            Id id read_only
            AccountId reference Account
            LastName string 80 required
            FirstName string 40
            Salutation picklist 40
            MiddleName string 40
            Suffix string 40
            Name string 121 read_only
            Email email 80
            Phone phone 40
            MobilePhone phone 40
            HomePhone phone 40
            OtherPhone phone 40
            Fax phone 40
            AssistantName string 40
            AssistantPhone phone 40
            Title string 128
            Department string 80
            Birthdate date
            Description textarea 32000
            MailingStreet textarea 255
            MailingCity string 40
            MailingState string 80
            MailingPostalCode string 20
            MailingCountry string 80
            OtherStreet textarea 255
            OtherCity string 40
            OtherState string 80
            OtherPostalCode string 20
            OtherCountry string 80
            LeadSource picklist 255
            ReportsToId reference Contact
            OwnerId reference User
            HasOptedOutOfEmail boolean
            DoNotCall boolean
            EmailBouncedReason string 255 read_only
            EmailBouncedDate datetime read_only
            LastActivityDate date read_only
            MasterRecordId reference read_only Contact
            children Events Event WhoId""";

    private static final String LEAD = """
            Lead 00Q create update delete bin
            Id id read_only
            LastName string 80 required
            FirstName string 40
            Salutation picklist 40
            MiddleName string 40
            Suffix string 40
            Name string 121 read_only
            Company string 255 required
            Title string 128
            Email email 80
            Phone phone 40
            MobilePhone phone 40
            Status picklist 255
            OwnerId reference User
            IsConverted boolean read_only
            children Events Event WhoId""";

    private static final String EVENT = """
            Event 00U create update delete bin
            Id id read_only
            WhoId reference Contact,Lead
            WhatId reference Account
            AccountId reference read_only Account
            Subject picklist 255
            Location string 255
            IsAllDayEvent boolean
            ActivityDateTime datetime
            ActivityDate date
            DurationInMinutes int
            StartDateTime datetime
            EndDateTime datetime
            EndDate date read_only
            Description textarea 32000
            OwnerId reference User
            Type picklist 40
            IsPrivate boolean
            ShowAs picklist 40 =Busy,OutOfOffice,Free
            IsChild boolean read_only
            IsGroupEvent boolean read_only
            GroupEventType picklist 40 read_only
            IsArchived boolean read_only
            IsReminderSet boolean
            ReminderDateTime datetime
            EventSubtype picklist 40 create_only
            IsRecurrence boolean create_only
            RecurrenceActivityId reference read_only Event
            RecurrenceStartDateTime datetime
            RecurrenceEndDateOnly date
            RecurrenceTimeZoneSidKey picklist 40
            RecurrenceType picklist 40 =RecursDaily,RecursEveryWeekday,RecursWeekly,RecursMonthly,RecursMonthlyNth,RecursYearly,RecursYearlyNth
            RecurrenceInterval int
            RecurrenceDayOfWeekMask int
            RecurrenceDayOfMonth int
            RecurrenceInstance picklist 40 =First,Second,Third,Fourth,Last
            RecurrenceMonthOfYear picklist 40
            IsRecurrence2 boolean create_only
            IsRecurrence2Exclusion boolean read_only
            IsRecurrence2Exception boolean read_only
            Recurrence2PatternText textarea 512
            Recurrence2PatternStartDate datetime
            Recurrence2PatternTimeZone string 40
            Recurrence2PatternVersion picklist 40
            children EventRelations EventRelation EventId cascading""";

    private static final String EVENT_RELATION = """
            EventRelation 0RE create update delete bin
            Id id read_only
            EventId reference create_only required Event
            RelationId reference create_only required Contact,Lead,User,Account
            IsParent boolean create_only
            IsInvitee boolean create_only
            IsWhat boolean create_only
            Status picklist 40 =New,Accepted,Declined,Maybe,Uninvited
            RespondedDate datetime
            Response string 255
            AccountId reference read_only Account""";

    static final List<String> DECLARATIONS = List.of(
            ORGANIZATION,
            USER,
            USER_LICENSE,
            PROFILE,
            USER_ROLE,
            GROUP,
            GROUP_MEMBER,
            ACCOUNT,
            CONTACT,
            LEAD,
            EVENT,
            EVENT_RELATION);

    private StandardObjects() {}
}
