using System.Net;
using System.Net.Sockets;
using System.Text;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Web.Inbox;

namespace PolicyTracker.Tests.Web.Inbox;

/// <summary>What the mail server is told, word by word.</summary>
public sealed class SmtpSenderTests
{
    [Fact]
    public async Task Mail_carries_its_message_id_its_reader_and_chinese_words()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = ReceiveAsync(listener);
        await new SmtpSender(new MailSettings { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, From = "duban@example.org" }).SendAsync(
            new OutgoingMail { Address = "li@example.org", Subject = "任务消息1条", Body = "请尽快反馈。", MessageId = "<0a1b@duban.example>" }, CancellationToken.None);
        var said = await heard;
        Assert.Contains("RCPT TO:<li@example.org>", said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Message-ID: <0a1b@duban.example>", said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Auto-Submitted: auto-generated", said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Convert.ToBase64String("请尽快反馈。"u8), said, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String("任务消息1条"u8), said, StringComparison.Ordinal);
    }

    // As much of RFC 5321 as a sender needs to be rid of its mail.
    private static async Task<string> ReceiveAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        var said = new StringBuilder();
        await writer.WriteLineAsync("220 test");
        for (var isBody = false; await reader.ReadLineAsync() is { } line && !line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase);)
        {
            said.AppendLine(line);
            if (isBody && line != ".")
            {
                continue;
            }

            isBody = line.Equals("DATA", StringComparison.OrdinalIgnoreCase);
            await writer.WriteLineAsync(isBody ? "354 go on" : "250 ok");
            if (line == ".")
            {
                break;
            }
        }

        return said.ToString();
    }
}
