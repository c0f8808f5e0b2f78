namespace PolicyTracker.Web.Help;

/// <summary>The pictures of the guide.</summary>
public static class HelpEndpoints
{
    public static void MapHelp(this IEndpointRouteBuilder app) => app.MapGet(Picture("{name}"), (string name) =>
        Guide.Image(name) is { } picture ? Results.Stream(picture, "image/png") : Results.NotFound());

    public static string Picture(string name) => $"/help/images/{name}";
}
