FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
ARG OFFICIAL_BLAZOR_SCRIPT=false
RUN dotnet publish src/PolicyTracker.Web -c Release -o /app -p:PtCompileAhead=true -p:PtOfficialBlazorScript=$OFFICIAL_BLAZOR_SCRIPT \
 && dotnet publish src/PolicyTracker.Cli -c Release -o /app/cli -p:PtCompileAhead=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Texts are taken out of PDF files by poppler; poppler-data holds the tables for Chinese fonts that are not embedded.
RUN apt-get update \
 && apt-get install -y --no-install-recommends poppler-utils poppler-data \
 && rm -rf /var/lib/apt/lists/* \
 && mkdir /data && chown "$APP_UID" /data \
 && printf '#!/bin/sh\nexport PT_DATA=${PT_DATA:-/data}\nexec dotnet /app/cli/pt.dll "$@"\n' >/usr/local/bin/pt && chmod 755 /usr/local/bin/pt
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
VOLUME /data
EXPOSE 8080
# The image has neither curl nor wget.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
# Needs ConnectionStrings__Tracker: there is no private server in the image.
ENTRYPOINT ["dotnet", "PolicyTracker.Web.dll", "--listen", "0.0.0.0", "--port", "8080", "--data", "/data"]
