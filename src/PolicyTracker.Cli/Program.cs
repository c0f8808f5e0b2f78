using System.CommandLine;
using System.Text;
using FluentValidation;
using PolicyTracker.Cli;
using PolicyTracker.Core;
using PolicyTracker.Core.Audit;
using PolicyTracker.LocalPostgres;

// The result alone goes to standard output, in UTF-8 whatever the terminal's locale; all else to standard error.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// Here and not where the database is opened: what an awaited method sets is forgotten when it returns.
AuditOrigin.Begin(Environment.MachineName, () => new AuditPerson(null, $"命令行（{Environment.UserName}）"));

var root = new RootCommand("政策落实台账的命令行")
{
    ParseCommand.Create(),
    ImportCommand.Create(),
    AccountCommand.Create(),
    TokenCommand.Create(),
    AuditCommand.Create(),
    BenchDataCommand.Create(),
};
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (ValidationException refused)
{
    return Refuse(string.Join(Environment.NewLine, refused.Errors.Select(error => error.ErrorMessage)));
}
catch (Exception refused) when (refused is RuleException or LocalPostgresException or IOException or UnauthorizedAccessException or Npgsql.NpgsqlException)
{
    return Refuse(refused.Message);
}

static int Refuse(string message)
{
    Console.Error.WriteLine(message);
    return 1;
}
