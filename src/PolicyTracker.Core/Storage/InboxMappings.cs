using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Storage;

internal sealed class InboxMapping : IEntityTypeConfiguration<InboxMessage>, IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<InboxMessage> entity)
    {
        entity.HasOne<Account>().WithMany().HasForeignKey(message => message.AccountId);
        entity.HasOne(message => message.Entry).WithMany().HasForeignKey(message => message.EntryId).OnDelete(DeleteBehavior.Cascade);
        entity.HasOne(message => message.BulletinEntry).WithMany().HasForeignKey(message => message.BulletinEntryId).OnDelete(DeleteBehavior.Cascade);
        entity.HasIndex(message => new { message.AccountId, message.EntryId }).IsUnique();
        entity.HasIndex(message => new { message.AccountId, message.BulletinEntryId }).IsUnique();
        entity.HasOne<OutgoingMail>().WithMany().HasForeignKey(message => message.MailId).OnDelete(DeleteBehavior.SetNull);
        entity.HasIndex(message => message.AccountId).HasFilter("read_at IS NULL").HasDatabaseName("ix_inbox_messages_unread");
    }

    public void Configure(EntityTypeBuilder<OutgoingMail> entity)
    {
        entity.HasOne<Account>().WithMany().HasForeignKey(mail => mail.AccountId);
        entity.HasIndex(mail => mail.MessageId).IsUnique();
        entity.HasIndex(mail => mail.NextTryAt).HasFilter("sent_at IS NULL").HasDatabaseName("ix_outgoing_mails_waiting");
    }
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<ReminderSetting>, IEntityTypeConfiguration<DeadlineReminder>
{
    public void Configure(EntityTypeBuilder<ReminderSetting> entity)
    {
        entity.HasKey(setting => setting.JurisdictionId);
        entity.Property(setting => setting.JurisdictionId).ValueGeneratedNever();
        entity.HasOne(setting => setting.Jurisdiction).WithMany().HasForeignKey(setting => setting.JurisdictionId);
    }

    public void Configure(EntityTypeBuilder<DeadlineReminder> entity)
    {
        entity.HasKey(reminder => new { reminder.TaskId, reminder.DueOn, reminder.DaysBefore });
        entity.HasOne<PolicyTask>().WithMany().HasForeignKey(reminder => reminder.TaskId);
    }
}
