using System.Net;

namespace PolicyTracker.Tests.Web;

/// <summary>What a browser does with the portal's forms, without one.</summary>
internal static class PortalClient
{
    /// <summary>A client that is signed in.</summary>
    public static async Task<HttpClient> SignedInAsync(this PortalFixture portal, string userName, string password = PortalFixture.Password)
    {
        var client = portal.Client();
        var answer = await PortalFixture.SignInAsync(client, userName, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Opens the page, then sends the form of that name back to it.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string address, string form, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync(address);
        return await client.SubmitAsync(address, form, page, fields);
    }

    /// <summary>Sends a form of a page that was opened before.</summary>
    public static Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string address, string form, string page, params (string Name, string Value)[] fields) =>
        client.PostAsync(address, new FormUrlEncodedContent(fields
            .Append(("_handler", form))
            .Append(("__RequestVerificationToken", PortalFixture.AntiforgeryToken().Match(page).Groups[1].Value))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
}
