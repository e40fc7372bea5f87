<#function names licences><#local joined = ""><#list licences as licence><#local joined = joined + (joined?has_content)?then(" or ", "") + licence></#list><#return joined></#function>
# Third-party libraries

What a release of Peekbench carries besides Peekbench itself and what [NOTICE](NOTICE) names. The build writes this list from what the libraries say of themselves, and refuses other licences than Apache, MIT, BSD, EPL, LGPL, MPL, CC0 and GPL with the classpath exception.

| library | version | licence |
|---|---|---|
<#list dependencyMap as entry>
<#if entry.key.groupId != "io.github.peekbench">
| <#if entry.key.url??>[${entry.key.groupId}:${entry.key.artifactId}](${entry.key.url})<#else>${entry.key.groupId}:${entry.key.artifactId}</#if> | ${entry.key.version} | ${names(entry.value)} |
</#if>
</#list>
