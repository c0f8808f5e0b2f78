using System.Net;
using System.Net.Mail;
using System.Text;
using PolicyTracker.Core.Inbox;

namespace PolicyTracker.Web.Inbox;

/// <summary>Hands one mail to the mail server.</summary>
public sealed class SmtpSender(MailSettings settings)
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Encrypted };
        if (settings.UserName is not null)
        {
            client.Credentials = new NetworkCredential(settings.UserName, settings.Password);
        }

        using var message = new MailMessage(settings.From, mail.Address)
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Body,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", mail.MessageId);
        // RFC 3834: no out-of-office reply is wanted.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        await client.SendMailAsync(message, cancellation);
    }
}
