/** The words by which requests are told: what they speak of, what is to be done, and what shows that nothing is asked for. */

/** What is polite, and says nothing of what is wanted. */
export const POLITE =
  /^(?:(?:please|pls|plz|kindly|hey|hi|hello|hiya|yo|hola|ciao|bonjour|moin|servus|hallo|salut|ola|olá|namaste|hej|greetings|g'day|dear all|dear (?:team|bot|lodestone)|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|do me a favou?r and|ok|okay|so|and|also|then|now|oh|right|well|btw|fyi|thanks|team|lodestone|bot|actually|just|quick(?: one)?|one more thing|from now on|going forward|(?:can|could|would|will|may) (?:you|u|we|i)(?: please)?|can u|(?:you|u) (?:can|could|may|should)|i(?:'d| would) (?:like|love|want)(?: you)?(?: to)?|i(?:'d| would) be (?:glad|grateful|happy)(?: if you(?: could| would)?| for)?|i will be \p{L}+|i(?:'m| am) (?:away|out|on leave|on holiday)|i(?:'d| would) need|i(?:'m| am) (?:after|looking for)|(?:i|we)(?:'d| would) (?:appreciate|prefer) (?:it )?(?:if you(?: could| would)?)?|(?:i|we) (?:want|need|wish|wanna)(?: you)?(?: to)?|(?:is it (?:possible|ok|okay|alright|fine|doable)|would it be (?:possible|ok|okay|alright|fine)|is there a way|any chance)(?: to| if| that| of)?(?: (?:you|we|i)(?: can| could)?)?|(?:do|would) you mind|mind|let's|lets|we(?:'d| would) like(?: you)?(?: to)?|be so kind as to|go ahead and|help me(?: to)?|for me|my (?:boss|manager|team) wants(?: you)? to|it would be (?:nice|great) if you (?:could|would)|to(?= (?:send|delete|change|make|have|get|post|set|create|stop|remove|alert)\b))(?![\p{L}'])[,:!.\s]*)+/u;

const DAY_WORD = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const PACE_WORD = `(?:daily|weekly|monthly|quarterly|fortnightly|biweekly|weekday|morning|evening|${DAY_WORD}|\\d{1,2}[:.]\\d\\d)`;
export const STRONG_NOUN = /\b(?:digests?|alerts?|subscriptions?|newsletters?)(?!\p{L})/u;
export const DIGEST_NOUN = new RegExp(
  String.raw`\b(?:digests?|subscriptions?|newsletters?|(?:price |weekly |daily |monthly |morning |regular |scheduled |monday |market )*(?:posts|reports?|updates?|summar(?:y|ies)|briefings?|reminders?|round-?ups?|messages?|mailings?|postings?)|(?:${DAY_WORD}|daily|weekly|monthly|quarterly|morning|evening)(?:'s)?\s+(?:\S+\s+)?(?:wrap|note|thing|check-in|blast|flash|mailer|letter)|(?<=\b(?:the|my|our|that|this|an?|weekly|daily|monthly|morning|quarterly|${DAY_WORD}|'s|scheduled|new|another|recurring|regular|automatic|\p{L}+ium|nd|ndpr|dy|tb|\S{1,20} channel|#\S{1,30})\s)(?:post|one|message|e?-?mail)|(?<=\b(?:the|my|our)\s)${PACE_WORD}(?=\s*(?:$|[,.;:!]|and\b|to\b|for\b|on\b|should\b|until\b|till\b|instead\b|now\b|again\b|please\b|pls\b)))(?!\p{L})`,
  'u',
);
export const ALERT_NOUN =
  /\b(?:alerts?|alerted|alarms?|warnings?|notifications?|price[\s-]watch(?:es)?|triggers?|thresholds?|heads[\s-]?up)(?!\p{L})/u;
/** Nothing but "alarm", which rings on telephones. */
export const ALARM_ONLY =
  /^(?!.*\b(?:alerts?|warnings?|notifications?|triggers?|thresholds?|price[\s-])).*\balarms?\b/u;
/** "alert system" is somebody else's. */
export const OTHER_ALERT =
  /\balerts? (?:systems?|service|levels?|status|fatigue|software|apps?|loop)\b|\b(?:travel|fraud|weather|storm|security|news) alerts?\b|^(?:alert|warning|notice):\s+(?:the|our|my|an?)\s+(?:\p{L}+\s+)?(?:meeting|call|office|server|system|deadline|review|demo|lunch|standup|site|door|parking|shipment|delivery|train)\b/u;
/** One that there is: by an article or a possessive, a number, or all of them. */
export const DEFINITE = new RegExp(
  String.raw`\b(?:the|my|our|this|that|these|those|all|every|each|both|any|anna|\p{L}+'s?)\s+(?:\S+\s+){0,4}?(?:digests?|alerts?|posts?|reports?|updates?|subscriptions?|reminders?|summar(?:y|ies)|messages?|alarms?|warnings?|notifications?|newsletters?|round-?ups?|briefings?|triggers?|ones?)(?!\p{L})|\b(?:digest|alert|post|subscription)\s+(?:number\s+|no\.?\s*|#)?\d{1,2}(?![\d.,:%])|\b(?:it|that|this|them|everything)\b|\b(?:the|my|our)\s+${PACE_WORD}(?=\s*(?:$|[,.;:!]|and\b|to\b|for\b|on\b|until\b|till\b|should\b|now\b|again\b))|^(?:\p{L}+\s+){1,2}(?:digest|alert|post)\s*(?::|live|on|back)|\b(?:the|that|this|my)\s+(?:\S+\s+){0,3}?one\b`,
  'u',
);
export const INDEFINITE = new RegExp(
  String.raw`\b(?:an?|another|new|one more|some)\s+(?:\S+\s+){0,4}?(?:digests?|alerts?|posts?|reports?|updates?|subscriptions?|reminders?|summar(?:y|ies)|messages?|alarms?|warnings?|notifications?|notice|newsletters?|round-?ups?|briefings?|heads[\s-]?up|price[\s-]watch)(?!\p{L})`,
  'u',
);
export const PRONOUN = /\b(?:it|that|this|them|those|these|that one|this one|everything|all|both)(?!\p{L})/u;

export const ASKING =
  /^(?:what|whats|what's|which|when|whens|where|who|whose|why|how|hows|is|are|was|were|does|did|do|has|have|had|am|any|should|whether)(?![\p{L}])(?!\s+(?:an?|my|the|our|all)\s+(?:\S+\s+){0,3}(?:digests?|alerts?|posts?)\b)/u;
/** A question that stands behind: what is before it is an assumption, no request. */
export const ASKED_BEHIND =
  /[,;.:-]\s*(?:and\s+|then\s+|so\s+)?(?:what(?:'s)?|how (?:much|many|does|do|is)|by how|does|do|would|will|is|are|which|why|who)\s+(?!you\b|be\b|not\b)/u;
export const CONDITION_FIRST =
  /^(?:if|when|whenever|once|as soon as|in case|should|the moment|every time|each time|in the event)(?!\p{L})(?!\s+(?:a|per|every|each)\s)/u;
export const CONDITION =
  /\b(?:if|when|whenever|once(?!\s+(?:a|per|every|each)\s)|as soon as|in case|(?<!at )the moment|the minute(?! at)|every time(?=.{6})|each time|should|in the event|any (?:move|change|swing|jump|drop|fall|rise))(?!\p{L})/u;
export const PAST =
  /\b(?:was|were|did|had|went|rose|fell|dropped|reached|crossed|has been|have been|used to)(?!\p{L})/u;
export const MADE_PAST = /\b(?:did|was|were|had)(?!\p{L})/u;
export const WILL_MOVE =
  /\b(?:goes|go|going|drops?|dropping|falls?|rises?|gets?|hits|reaches|reach|cross(?:es)?|moves?|moving|passes|exceeds?|leaves?|leaving|enters?|climbs?|breaks?|jumps?|dips?|changes?|tops?|beats?|doubles?|triples?|halves|surges?|sinks?|slips?|slides?|spikes?|crashes|comes?|costs?|touches|is|are|there's|there is|makes?|sets?|trades?|swings?|loses?|gains?|publishes|releases|disagree|differ|diverge|drift|declines?|increases?|decreases?|rall(?:y|ies)|tumbles?|plunges?|soars?|stays?|equals|prints|out of|outside)(?!\p{L})|[<>]/u;
/** A move is spoken of, though not how far. */
export const MOVED =
  /\b(?:if|when|whenever|once|as soon as|in case|the moment)\b.{0,60}?\b(?:drops?|falls?|rises?|moves?|changes?|goes (?:up|down|above|below|over|under)|gets (?:cheaper|dearer|expensive|too)|climbs?|jumps?|spikes?|crashes|dips?|surges?|slides?|sinks?|tanks?|swings?|increases?|decreases?|up|down)(?!\p{L})/u;

export const WARN =
  /^(?:notify|alert|msg|lmk|hit (?:me|us) up|warn|ping|message|dm|text|page|e?-?mail|flag|buzz|poke|nudge|wake|call|shout|holler|inform|raise (?:an? )?(?:alarm|flag|alert)|sound (?:the|an) alarm|shoot (?:me|us) (?:a|an)|drop (?:me|us) a (?:line|note|message)|give (?:me|us) a (?:shout|ping|heads[\s-]?up|nudge|warning)|send (?:me|us)? ?(?:an? )?(?:alert|warning|notification|message|ping|note|heads[\s-]?up)|trigger for)(?!\p{L})/u;
export const TELL =
  /^(?:tell|let|inform|remind|give|show|keep|update|post|say|report|write|want to know|know|watch|monitor|track|look out|keep an eye|have)(?!\p{L})/u;
export const WATCH = /^(?:watch|monitor|track|look out|keep an eye|keep watch)(?!\p{L})/u;
export const SEND =
  /^(?:send|post|msg|remind|mail|e-?mail|message|dm|ping|notify|give|share|deliver|publish|push|drop|put|text|show|tell|report|update|forward|get|bring|hand|write|call|have|receive|schedule|subscribe|sign|shoot|keep|print|fetch|provide|supply|see|let (?:me|us) have)(?!\p{L})/u;
export const SEND_ANYWHERE =
  /\b(?:send|post|remind|mail|e-mail|email|msg|message|dm|ping|notify|give|share|deliver|publish|push|drop|put|tell|show|forward|get|pop)\s+(?:me|us|it|this|that|the|here|#|@|<[#@]|in|into|to|an?\b|nd\b|\p{L}{4,})|\b(?:i|we)(?:'d| would)? (?:want|need|like|love|hear)\b|\b(?:i|we) would want\b|\bto (?:me|us)\b|\b(?:inform|execute)\s/u;
export const NOTIFY =
  /\b(?:notify|alert|warn|ping|tell|msg|message|dm|text|mail|e-mail|email|let|inform|flag|poke|nudge|buzz|shout|trigger for|notice in|heads[\s-]?up to)\s+(?:me|us|here|in\b|#|@|<[#@]|the|this|everyone|team|\p{L}+\s+(?:know|team))|\bwant to hear\b/u;
export const SETUP =
  /^(?:set ?up|create|make|add|start|schedule|configure|arrange|establish|open|new|another|have|get|give|put|place|define|build|want|need|set|book|register|enable|prepare|subscribe|sign)(?!\p{L})/u;

export const LIST =
  /^(?:list|show|display|see|view|print|give (?:me|us) (?:a |the )?(?:list|overview)|overview|enumerate|check|get|tell (?:me|us)|remind (?:me|us)|what are)(?!\p{L})/u;
export const LIST_NOUN =
  /\b(?:digests|alerts|subscriptions|schedules|alarms|notifications|watches|reminders|(?:every|each) (?:alert|digest)|(?:my|our|the|all|active|scheduled) (?:posts|reports|updates))(?!\p{L})/u;
export const BARE_LIST =
  /^(?:(?:my|our|all|the|active|current) )*(?:digests|alerts|subscriptions|alarms)(?: (?:list|overview|please|pls|here))*(?: in .{1,30})?\??$/u;
export const WHAT_POSTED =
  /\b(?:what|whats|what's|which|when|who|where|how many|anything)\b.{0,60}?\b(?:(?:do|will|are|does) (?:you|the bot|it|lodestone) (?:post|send|going to|posting|sending|watch)|posted (?:here|in)|scheduled|subscribed|set up|subscription|next (?:digest|post|report)|being (?:warned|alerted|notified|sent|posted)|(?:are|is|am i|do i) .{0,20}(?:active|running|planned|paused|snoozed|due|watched))(?!\p{L})/u;
export const HAVE_ANY = new RegExp(
  String.raw`^(?:what|which|do (?:i|we)|have (?:i|we)|are there|is there|any|how many (?:digests|alerts|subscriptions) (?:do|have|are)|where are|when (?:is|are|does|do)|who (?:has|gets|set|owns|made))(?!\p{L}).{0,40}?\b(?:digests|alerts|subscriptions|alarms|(?:the|my|our|an?|any|next|last|daily|weekly|monthly|${DAY_WORD})\s+(?:\p{L}+\s+)?(?:digest|alert|subscription|post))(?!\p{L})`,
  'u',
);
export const EXPLAIN =
  /^(?:how (?:do|does|can|to|are)|what(?:'s| is| are| does)?\s+(?:an?\s+|the\s+)?(?:digest|alert|subscription)s?(?:\s+(?:mean|do|for))?\s*\??$|why)(?!\p{L})|\b(?:work|help)\s*(?:here)?\s*\??$/u;

export const AGAIN =
  /\b(?:may|can|should|let|start|run|speak up|live|going|get|post|active|back)\b.{0,40}\bagain\b|\b(?:turn|switch|put|bring)\b.{0,30}\bback(?: on)?\b|\bcome back\b(?!\s+(?:in|on))/u;
export const RESUME =
  /^(?:resume|un-?pause|un-?mute|un-?snooze|un-?freeze|re-?start|re-?activate|re-?enable|re-?instate|enable|turn .{0,30}(?:back )?on\b|switch .{0,30}(?:back )?on\b|wake (?:up )?(?:the|my|it|alert|digest)|continue|carry on|go on|pick up|bring back|restore|un-?suspend|activate|re-?arm|revive|unblock)(?!\p{L})/u;
export const PAUSE =
  /^(?:pause|hold|mute|suspend|silence|quiet|quieten|halt|freeze|disable|switch off|turn off|deactivate|skip|interrupt|no (?:\S+\s+){0,4}?(?:digests?|posts?|reports?)\s+(?:till|until|for))(?!\p{L})|\bon (?:ice|hold)\b|\b(?:a|take a|have a) (?:break|rest|pause|holiday)\b|\b(?:stop|rest)\b.{0,40}\b(?:for (?:the next )?(?:\d|an?\b|one|two|three|four)|until|till)\b/u;
export const SNOOZE =
  /^(?:snooze|quiet|silent|silence|shush|hush|zz+|shut|pause|hold|mute|suspend|freeze|not now|no|disable|turn off|switch off|deactivate|keep (?:silent|quiet))(?!\p{L})|\bto sleep\b|\bsleep\b|\bshut (?:\S+\s+){0,4}?up\b|\bon (?:ice|hold)\b|\b(?:silent|quiet)\b|\ba (?:break|rest)\b/u;
export const DELETE =
  /^(?:delete|del|remove|cancel|kill|unsubscribe|get rid of|scrap|erase|discontinue|no more|end|stop|drop|trash|clear|bin|dismiss|wipe|quit|cease|purge|retire|throw|ditch|lose|nix|vacate|axe|nuke|(?:i|we) (?:don't|dont|do not|no longer)(?: want| need| require| wish)|(?:don't|do not|dont) (?:want|need|require|send|post)|no longer (?:want|need|require)|take (?:me|us) off|take down|call off)(?!\p{L})|\b(?:can|may|should) (?:all )?go(?: now)?\s*[.!]?\s*$|\bthrow (?:it|that|this|them) (?:away|out)\b|\b(?:is|are) (?:obsolete|no longer needed|not needed(?: any ?more)?)\b|\b(?:no longer|don't|do not|dont) (?:need|want|require)\b.{0,40}(?:\bany ?more\b|\bto be alerted\b|\balert|\bdigest)/u;
export const EDIT =
  /^(?:change|move|make|switch|set|shift|re-?schedule|push|bring|edit|update|adjust|modify|turn|raise|lower|put|let|have|use|amend|correct|tweak|increase|decrease|reduce|swap|replace|point|redirect|convert|extend|widen|narrow|leave|post|send|route|retime|reset|fix|tighten|loosen)(?!\p{L})/u;
export const CORRECTION =
  /^(?:(?:not (?:daily|weekly|monthly|quarterly|at \S+|on \S+),?\s*(?:but)?|no|nope|nah|wait|rather|instead|oops|hmm|sorry|not(?! now)|on second thought|i meant(?: to say)?|i mean|better|or rather|correction|whoops|ouch|argh|ah|oh|hm|actually|hang on|hold on|scratch that|strike that|my (?:mistake|bad|fault)|typo|i (?:said|wrote|typed) (?:it )?wrong(?:ly)?|i mis(?:typed|spoke|took)|(?:that was |that's |it's |that is |this is )?(?:the )?wrong (?:channel|place|day|time|hour|person|one|room|number|price)|excuse me|apologies|forgive me|on second thoughts?)(?![\p{L}])[,:;!.\s-]*)+/u;
export const ONE_MORE =
  /^(?:also\s+|please\s+)*(?:add|include|append|put|throw in)\b.{1,60}\b(?:to|in|into|on)\s+(?:the|my|our|that|this|it|digest)\b(?!.*\balerts?\b)/u;
export const NOW =
  /(?<!not )\b(?:now(?!\s+on)|right now|right away|immediately|at once|asap|again|once more|straight away|today's|this minute|instantly|for test(?:ing)?)(?!\p{L})/u;

export const EXPORT =
  /^(?:export|download|dump|extract|save|pull|back ?up|make (?:me |us )?(?:an? )?(?:csv|xlsx|excel))(?!\p{L})/u;
export const NOT_EXPORT =
  /\bexports? (?:of|from|ban|quota|duty|tax|control|licen)|\b(?:export|import) (?:ban|quota|dut|tax|control|licen)/u;
export const AS_FILE =
  /\b(?:csv|xlsx|xls|excel|json|tsv|pdf|parquet|spreadsheet|google sheets?|(?:as|in|into|to|need|want) (?:an? )?(?:file|download|table file))(?!\p{L})/u;
export const STORE =
  /^(?:add|save|store|record|log|note|enter|keep|book|register|put|quote|new quote|write down|file|import|remember|capture|insert|offer|supplier|vendor|we (?:paid|bought|got|were (?:quoted|offered)|sold|have been (?:quoted|offered)|received)|i (?:paid|bought|got|was (?:quoted|offered)|sold|received)|got (?:an? )?(?:offered|offer|quote)|they (?:quoted|offered))(?!\p{L})/u;
export const STORE_ANYWHERE =
  /\b(?:save|store|record|log|keep|note|add|put|enter|book|remember|write|register|file) (?:it|that|this|them|the (?:price|quote)|down|(?:in)?to (?:the |our )?(?:book|quotes|list|history|log|record))(?!\p{L})|\b(?:for the record|into the (?:book|quotes|log))\b|,\s*(?:please |pls )?(?:save|store|record|log|register)\s*(?:it|that|this|please|pls)?[.!]?\s*$/u;

export const RECENT =
  /\b(?<!any of the )(?:last|past|previous)\s+(?:\d+\s+)?(?:days?(?!\s+of\s+(?:the|each|every))|weeks?|months?|quarters?|years?)|\bsince\b|\bago\b|\bhistory\b|\b(?:19|20)\d\d\b(?!-\d\d)(?<!\b(?:until|till|from|through|\d|jan\p{L}*|feb\p{L}*|mar\p{L}*|apr\p{L}*|may|june?|july?|aug\p{L}*|sep\p{L}*|oct\p{L}*|nov\p{L}*|dec\p{L}*)\s(?:19|20)\d\d)|\baverage\b/u;
/** A need of so many tonnes each month, a share each year: what is asked about, not how often it is to come. */
export const OTHER_WISH =
  /\b(?:(?:every|each) year|yearly|annually)\b|(?<![$€£¥]\s?)\b\d[\d.,]*\s?k?\s?(?:kg|t|tonnes?|tons?|kilos?|lbs?|g)\b(?!\s*[:;-]?\s*\d)/u;

/** "terbium alert: quiet for 2 days": what is to be done stands behind what is spoken of. */
export const TOPIC_FIRST =
  /^(?<topic>(?:[^,:;-]|-(?=[\p{L}\d])){2,50}?)\s*(?::|,|\s-)\s+(?:please\s+)?(?<rest>(?:pause|mute|snooze|resume|delete|remove|cancel|quiet|stop|unmute|hold|unpause|kill|make|set|change|move|use|widen|narrow|push|send|throw|scrap|freeze|skip|un-?snooze|raise|lower)(?!\p{L}).*)$|^(?<topic>(?:(?:the|my|our)\s+)?(?:\S+\s+){0,4}?(?:digest|alert|post|report|one)(?:\s+\d{1,2})?(?:\s+(?:at|of|in|on)\s+\S+)?)\s*:\s+(?<rest>.+)$/u;
