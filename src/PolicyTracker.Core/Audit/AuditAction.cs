using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Audit;

/// <summary>The codes of what is audited: stable, because they stand in sealed rows. An act on a task is <c>task.</c> and its name, one on a bulletin <c>bulletin.</c> and its name.</summary>
public static class AuditAction
{
    public const string SignIn = "sign-in";
    public const string SignOut = "sign-out";
    public const string SessionEnded = "session.end";
    public const string TokenRejected = "token.reject";
    public const string Forbidden = "forbidden";
    public const string DocumentImported = "document.import";
    public const string FileImported = "file.import";
    public const string ImportUndone = "document.undo";
    public const string DocumentsRelated = "document.relate";
    public const string DraftAdded = "draft.add";
    public const string DraftDiscarded = "draft.discard";
    public const string DepartmentAdded = "department.add";
    public const string DepartmentChanged = "department.change";
    public const string DepartmentRemoved = "department.remove";
    public const string SuccessionDecided = "succession.add";
    public const string SuccessionApplied = "succession.apply";
    public const string SuccessionCancelled = "succession.cancel";
    public const string DocumentMoved = "document.move";
    public const string JurisdictionAdded = "jurisdiction.add";
    public const string JurisdictionChanged = "jurisdiction.change";
    public const string SettingChanged = "setting.change";
    public const string AccountCreated = "account.create";
    public const string AccountChanged = "account.change";
    public const string RoleGranted = "account.grant";
    public const string RoleWithdrawn = "account.withdraw";
    public const string AccountDisabled = "account.disable";
    public const string AccountEnabled = "account.enable";
    public const string AccountLocked = "account.lock";
    public const string AccountUnlocked = "account.unlock";
    public const string PasswordChanged = "account.password";
    public const string SignedOutEverywhere = "account.sign-out-everywhere";
    public const string TokenCreated = "token.create";
    public const string TokenRevoked = "token.revoke";
    public const string FeedCreated = "feed.create";
    public const string FeedRevoked = "feed.revoke";
    public const string LedgerExported = "ledger.export";
    public const string LedgerDownloaded = "ledger.download";
    public const string LedgerImported = "ledger.import";
    public const string PaperWritten = "paper.write";
    public const string DrillFilled = "drill.fill";
    public const string AuditExported = "audit.export";
    public const string AuditVerified = "audit.verify";
    public const string AuditPruned = "audit.prune";

    private const string TaskPrefix = "task.";
    private const string BulletinPrefix = "bulletin.";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [SignIn] = "登录",
        [SignOut] = "退出",
        [SessionEnded] = "登录失效",
        [TokenRejected] = "令牌无效",
        [Forbidden] = "越权访问",
        [DocumentImported] = "导入文件",
        [FileImported] = "存入原文",
        [ImportUndone] = "撤销导入",
        [DocumentsRelated] = "关联文件",
        [DraftAdded] = "接收待核对文件",
        [DraftDiscarded] = "放弃待核对文件",
        [DepartmentAdded] = "登记单位",
        [DepartmentChanged] = "修改单位",
        [DepartmentRemoved] = "删除单位名称",
        [SuccessionDecided] = "登记机构改革",
        [SuccessionApplied] = "执行机构改革",
        [SuccessionCancelled] = "撤销机构改革",
        [DocumentMoved] = "文件归入辖区",
        [JurisdictionAdded] = "登记辖区",
        [JurisdictionChanged] = "修改辖区",
        [SettingChanged] = "修改设置",
        [AccountCreated] = "新建账号",
        [AccountChanged] = "修改账号",
        [RoleGranted] = "授予角色",
        [RoleWithdrawn] = "收回角色",
        [AccountDisabled] = "停用账号",
        [AccountEnabled] = "启用账号",
        [AccountLocked] = "锁定账号",
        [AccountUnlocked] = "解锁账号",
        [PasswordChanged] = "更换密码",
        [SignedOutEverywhere] = "全部退出",
        [TokenCreated] = "新建令牌",
        [TokenRevoked] = "吊销令牌",
        [FeedCreated] = "新建日历订阅",
        [FeedRevoked] = "停用日历订阅",
        [LedgerExported] = "导出台账",
        [LedgerDownloaded] = "下载导出文件",
        [LedgerImported] = "导入台账表格",
        [PaperWritten] = "制作公文",
        [DrillFilled] = "生成演练数据",
        [AuditExported] = "导出审计记录",
        [AuditVerified] = "核验审计记录",
        [AuditPruned] = "清理审计记录",
    };

    /// <summary>Every action with its word, for a filter: the portal's own first, then the acts on tasks and on bulletins.</summary>
    public static IEnumerable<(string Code, string Word)> All =>
        Words.Select(pair => (pair.Key, pair.Value)).Concat(Enum.GetValues<TaskAct>().Where(act => act != TaskAct.Import).Select(act => (Of(act), Word(Of(act)))))
            .Concat(Enum.GetValues<BulletinAct>().Select(act => (Of(act), Word(Of(act)))));

    public static string Of(TaskAct act) => TaskPrefix + act;

    public static string Of(BulletinAct act) => BulletinPrefix + act;

    /// <summary>In Chinese; a code that this version does not know stands for itself.</summary>
    public static string Word(string code) =>
        Words.TryGetValue(code, out var word) ? word
        : code.StartsWith(TaskPrefix, StringComparison.Ordinal) && Enum.TryParse<TaskAct>(code[TaskPrefix.Length..], out var act) ? act.Word()
        : code.StartsWith(BulletinPrefix, StringComparison.Ordinal) && Enum.TryParse<BulletinAct>(code[BulletinPrefix.Length..], out var written) ? $"{written.Word()}通报"
        : code;
}
