namespace PolicyTracker.LocalPostgres;

/// <summary>The private server cannot be had; the message is for a person, in Chinese, and says what to do.</summary>
public sealed class LocalPostgresException(string message, Exception? inner = null) : Exception(message, inner);
