/** Made by `npm run api` from the routes; do not edit. */
export interface paths {
    "/api/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account: its standing with reasons, its figures, and why each of them */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountProfile"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/cadence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** How often an account is visited, from a day on; null days: not any more */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewVisitCadence"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/doubles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts that may be the same firm, and those merged into this one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Doubles"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/erase-contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase the account’s own contact and phone, also what they were before, for good */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tell a fact of strength or loyalty; one of the same name and day is replaced */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountFact"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FactSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/facts/{fact}/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a fact back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    day: string;
                    fact: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FactSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a file: PDF, JPEG, PNG, WebP, docx or xlsx by its content, at most 10 MB */
        post: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/files/{record}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file as it is kept, to save: never shown inside the page */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    record: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                        "image/jpeg": string;
                        "image/png": string;
                        "image/webp": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/first-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first order: until when it is due, what came, and which outlets it reached in half a month */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FirstOrder"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say until when the first order is due, and how many cases */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FirstOrderPlan"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One firm under two codes: the account counts for another from now on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        into: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merged"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a merge would move, and what it would make of standings; nothing is written */
        get: {
            parameters: {
                query: {
                    into: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MergePreview"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the standing of an account by hand, with a reason and an end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OverrideChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountProfile"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Take a decision back: the rules speak again */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountProfile"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notes, contacts, sites, files and facts of an account of any tier; phones masked */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountRecords"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Write down a note, a contact or a site */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecordChange"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/records/{record}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one; what stood there can be brought back */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    record: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecordChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take one away; it can be brought back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    record: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/records/{record}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase a note, contact, site or file with all its earlier versions, for good */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    record: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/records/{record}/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A contact's whole phone; the look is kept in the audit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    record: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Phone"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/records/{record}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring one back as it was, in the place of what took its place */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    record: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an account of any tier, latest first */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountTimeline"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/trade-statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an account is owed under policies in a month: opening, what happened, closing */
        get: {
            parameters: {
                query: {
                    month: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TradeStatement"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/trade-statement/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement of a month as a file: the same lines, in their order, to the fen */
        get: {
            parameters: {
                query: {
                    format?: "csv" | "xlsx";
                    lang?: "zh" | "en";
                    month: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/trade-statement/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement of a month as a sheet that both sides sign */
        get: {
            parameters: {
                query: {
                    lang?: "zh" | "en";
                    month: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The account counts for itself again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merged"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account’s fixed dates, and the visits of half a year back and a quarter ahead */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountVisits"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Plan a visit, move a fixed date, or write down that one was made or missed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewVisit"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agreements in the markets in reach, those that end soon first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Agreements"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Draft an agreement with a prospect or a wholesaler */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAgreement"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AgreementSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One agreement with its versions, what happened to it, and why not for each act */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AgreementView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Write a draft anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AgreementChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AgreementSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it begin to hold; the account exists from here on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AgreementStep"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AgreementSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draft its next version: an amendment or a renewal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AgreementAmend"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AgreementSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve it, or return it with words */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AgreementDecision"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AgreementSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version as PDF, in Chinese or in both languages */
        get: {
            parameters: {
                query?: {
                    version?: string;
                    words?: "zh" | "both";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it for approval */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AgreementStep"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AgreementSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the signature of the other party */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AgreementSign"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AgreementSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signature of a version, or the scan of what was signed */
        get: {
            parameters: {
                query?: {
                    version?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "image/jpeg": string;
                        "image/png": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/terminate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End it on a day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AgreementEnd"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AgreementSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it stand on the ground of others */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AgreementWaive"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AgreementSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, latest first, by account, person, kind of action and day; what concerns the company only for who reaches all of it */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    after?: string;
                    from?: string;
                    kind?: "account" | "market" | "product" | "import" | "policy" | "person" | "view" | "prospect" | "visit" | "trade" | "company";
                    person?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditPage"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file, all of it */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    format?: "csv" | "xlsx";
                    from?: string;
                    kind?: "account" | "market" | "product" | "import" | "policy" | "person" | "view" | "prospect" | "visit" | "trade" | "company";
                    lang?: "zh" | "en";
                    person?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{token}/visits.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Visits of the next three months for a calendar, by a secret address */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns of a place; what they cost only for who may see what we pay */
        get: {
            parameters: {
                query?: {
                    node?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Campaigns"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** A new campaign in a market */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewCampaign"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectChanged"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a campaign, or say what it cost */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CampaignChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectChanged"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claimable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was posted and not claimed yet, by account, policy and period, the largest first */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    node?: string;
                    policy?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Claimable"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims in the markets in reach, or in a place there, those sent last first; and what waits */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    node?: string;
                    policy?: string;
                    todo?: "decide" | "pay" | "done";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Claims"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ask for what was posted for an account in a period; the amount is held of the budget */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewClaim"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClaimSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One claim with its files and what was paid on it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClaimView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a claim whole or in part, or refuse it; not one’s own, up to the policy’s limit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ClaimDecision"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClaimSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{id}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay a claim, in part or in full: as a credit note, in cash, in goods */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSettlement"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClaimSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a claim back that still waits */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClaimSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The company’s settings */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CompanySettings"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change the company’s name, time zone, default unit or VAT rate; what is left out stays */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CompanyChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CompanySettings"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deal-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role may give by itself */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealLimits"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Set what a role may give by itself */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DealLimit"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealLimit"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/export/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything of a kind that the caller may see, under the field names of an import */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                    format?: "csv" | "xlsx";
                    node?: string;
                };
                header?: never;
                path: {
                    kind: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alive, and the database answers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How files of a shape are read: what people said of them before */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportMapping"][];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import-mappings/{kind}/{shape}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget how files of a shape are read: the next one is guessed again */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: "markets" | "accounts" | "products" | "movements" | "supply-links" | "prices" | "people";
                    shape: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            forgotten: boolean;
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports that the caller may see, newest first; active: running ones, and own ones that ended in the last day */
        get: {
            parameters: {
                query?: {
                    active?: "true" | "false";
                    before?: string;
                    kind?: "markets" | "accounts" | "products" | "movements" | "supply-links" | "prices" | "people";
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportBatch"][];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Upload a file (at most 2 GB) and learn what is understood of it; nothing is written yet */
        put: {
            parameters: {
                query: {
                    fileName: string;
                    kind: "markets" | "accounts" | "products" | "movements" | "supply-links" | "prices" | "people";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportBatch"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import: how far it is, what came of it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportBatch"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A waiting file under corrections: ten lines, and what each way of reading it would make of the whole */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PreviewAsk"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preview"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The refused rows as a file of the same shape, with a column of reasons */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import an uploaded file, or try it (dryRun), in the background; poll the batch for progress */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RunImport"];
                };
            };
            responses: {
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportBatch"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a running import or trial at its next step; nothing of it is written */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportBatch"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Post the reversal of an import; refused while a later one has changed its lines */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UndoResult"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/undo-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What taking an import back would touch; nothing is written */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UndoPreview"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/link/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose one-time link it is; does not use it up */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkOwner"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Choose a password with a one-time link, and be signed in, after a code where one is asked */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPassword"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Entered"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/markets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The markets beneath a node at a glance, largest first */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                    node?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Markets"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/markets/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One market: concentration, whale curve, share of the category, movers, holes */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                    level?: "wholesaler" | "sub_distributor";
                };
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketPage"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/markets/{code}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members of a market’s whale curve in its order, from a place on */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                    count?: number;
                    from?: number;
                    level?: "wholesaler" | "sub_distributor";
                };
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketMembers"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/markets/{code}/sizes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All estimates of what the market drinks of the category in a year, latest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketSizes"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Add an estimate of the category; one of the same day is replaced and kept in the audit */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MarketSizeChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketSizes"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/markets/{code}/sizes/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an estimate back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                    day: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketSizes"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of every tier that the caller reaches: found, filtered, sorted, a page at a time */
        get: {
            parameters: {
                query?: {
                    down?: "yes" | "no";
                    node?: string;
                    page?: string;
                    q?: string;
                    sort?: "name" | "code" | "market" | "owner";
                    state?: "open" | "closed" | "all";
                    tier?: "wholesaler" | "sub_distributor" | "outlet";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MasterAccounts"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** A new account */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address?: string | null;
                        channel?: string | null;
                        city?: string | null;
                        closed?: string | null;
                        code: string;
                        contact?: string | null;
                        /** Format: uuid */
                        market: string;
                        name: string;
                        opened?: string | null;
                        /** Format: uuid */
                        owner?: string | null;
                        /** Format: uuid */
                        parent?: string | null;
                        phone?: string | null;
                        /** @enum {string} */
                        tier: "wholesaler" | "sub_distributor" | "outlet";
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account as its form shows it; its phone masked */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MasterAccount"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change fields of an account, close it or open it again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address?: string | null;
                        channel?: string | null;
                        city?: string | null;
                        closed?: string | null;
                        code?: string;
                        contact?: string | null;
                        name?: string;
                        opened?: string | null;
                        /** Format: uuid */
                        owner?: string | null;
                        /** Format: uuid */
                        parent?: string | null;
                        phone?: string | null;
                        /** @enum {string} */
                        tier?: "wholesaler" | "sub_distributor" | "outlet";
                        version: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/accounts/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** To another market from a day on; its history comes along */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        day: string;
                        /** Format: uuid */
                        market: string;
                        /** Format: uuid */
                        owner?: string | null;
                        version: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/accounts/above": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of a market that one of a tier may hang under */
        get: {
            parameters: {
                query: {
                    market: string;
                    q?: string;
                    tier: "wholesaler" | "sub_distributor" | "outlet";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MasterAbove"][];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/accounts/change-many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another owner or tier for many accounts, all or none */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                        /** Format: uuid */
                        owner?: string | null;
                        /** @enum {string} */
                        tier?: "wholesaler" | "sub_distributor" | "outlet";
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/accounts/move-many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Many accounts to another market from a day on, all or none */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        day: string;
                        ids: string[];
                        /** Format: uuid */
                        market: string;
                        /** Format: uuid */
                        owner?: string | null;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/accounts/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who can look after accounts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MasterOwner"][];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/markets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tree of territories as far as the caller reaches */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MasterTree"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** A new region, office or market */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        /** @enum {string} */
                        kind: "region" | "office" | "market";
                        name: string;
                        /** Format: uuid */
                        parent: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/markets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Another name or code */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        name: string;
                        version: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/markets/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a market from a day on; its history stays */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        day: string;
                        version: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/markets/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Under another node from a day on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        day: string;
                        /** Format: uuid */
                        parent: string;
                        version: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/markets/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed market again from a day on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        day: string;
                        version: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/markets/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take away a node that nothing refers to */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every product as it holds today */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MasterProducts"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** A new product */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        brand: string | null;
                        category: string | null;
                        code: string;
                        cost?: number | null;
                        excise?: number | null;
                        name: string;
                        packUnits: number | null;
                        unitMl: number | null;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product with all its periods */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MasterProduct"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Another name, code, brand or category */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        brand: string | null;
                        category: string | null;
                        code: string;
                        name: string;
                        version: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/products/{id}/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add, correct or take out a period of pack and cost, or of a list price */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        began?: string;
                        price?: components["schemas"]["PriceSpan"];
                        size?: components["schemas"]["SizeSpan"];
                        /** @enum {string} */
                        step: "add" | "correct" | "remove";
                        /** @enum {string} */
                        tier?: "wholesaler" | "sub_distributor" | "outlet";
                        version: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/products/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take away a product that was never sold */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/products/change-many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another brand or category for many */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        brand?: string | null;
                        category?: string | null;
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/masters/undo/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo an edit of one’s own, while nobody has changed the same again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            undone: string;
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own sessions and API keys */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnAccount"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Since when one’s calendar has a secret address */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarFeed"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** A new secret address for one’s calendar, shown once; the old one ends */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewCalendarFeed"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** End the secret address of one’s calendar */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept about oneself */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonalData"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new API key of one’s own, shown once; it may what its person may, and never more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnKey"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewKey"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/keys/{prefix}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an API key of one’s own */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    prefix: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The language in which one is spoken to where no browser says so: keys and the command line */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnLanguage"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one’s own password with the present one; other sessions end */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnPassword"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own second factor */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecondFactor"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** The first code: turns it on and answers the recovery codes, shown once */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SecondFactorCode"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** A new secret for one’s authenticator app, shown once; it holds from its first code on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SecondFactorProof"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecondFactorSecret"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ten new recovery codes, shown once; the earlier ones hold no more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SecondFactorProof"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn one’s own second factor off */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SecondFactorProof"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End all one’s other sessions */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session of one’s own */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People whose roles lie within what the caller sees */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["People"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change many people: let in, keep out, other names or roles from today on; all or none */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PeopleChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["People"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Add a person; answers a one-time link */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPerson"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OneTimeLink"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let a person in, keep them out, or give them another name or other roles from today on */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    email: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PersonChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Person"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{email}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything kept about a person; that it was given out is kept in the audit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    email: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonalData"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{email}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes from a suspended person whatever says who they are, for good; what they did stays */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    email: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Erased"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{email}/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new API key for a person, shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    email: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewKey"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{email}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new one-time link for a person; earlier ones end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    email: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OneTimeLink"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{email}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See the app as that person does, for an hour, without changing anything; a browser’s session only */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    email: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PreviewUntil"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{email}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take the second factor off a person who lost it; their sessions end */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    email: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{email}/stand-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A colleague acts with the roles of this person, from a day to a day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    email: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewStandIn"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Made"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The policy of assessment in force, and its versions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyDocument"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Make the next version of the policy, from a day on */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PolicyChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyDocument"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a draft of the policy would change; nothing is stored */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PolicyTrial"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyPreview"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of the policy as it was made */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyOfVersion"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** One’s own view of the app again */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prospects of a place, those whose next step is due first */
        get: {
            parameters: {
                query?: {
                    node?: string;
                    owner?: "all" | "me";
                    page?: string;
                    q?: string;
                    source?: "peer" | "rival" | "outlet" | "advertising" | "media";
                    state?: "open" | "signed" | "lost" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Prospects"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** A new prospect: name, market, way of finding, next step and its day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewProspect"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectChanged"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One prospect with why not for each step; phones masked */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Prospect"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change fields of its card */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProspectChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectChanged"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What it sells of a brand, how sure that is and from whom; the latest of a brand counts */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewProspectBrand"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectPart"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/brands/{brand}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a brand back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    brand: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectPart"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase its people, phones and free texts, for good */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who can look after it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MasterOwner"][];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name somebody to talk with: owner, spouse, buyer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewProspectPerson"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectPart"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Somebody is no longer to be talked with */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    person: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectPart"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/people/{person}/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody's whole phone; the look is kept in the audit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    person: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Phone"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/people/{person}/talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The talk guide as this person answered it; the ranking of concerns follows */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    person: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProspectTalk"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectTalkSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Its whole phone; the look is kept in the audit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Phone"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/serves/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** An outlet or a sub-distributor of ours that it serves */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    account: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectPart"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** It does not serve this one */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    account: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectPart"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The negotiation sheet: the first concern first, each with its facts; no other account is named */
        get: {
            parameters: {
                query?: {
                    person?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NegotiationSheet"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/sheet/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The negotiation sheet as PDF: the first concern first, nobody else is named */
        get: {
            parameters: {
                query?: {
                    lang?: "zh" | "en";
                    person?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign: from here on it is an account, made anew or linked; needs account.change as well */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProspectSign"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectSigned"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a step: contact, talk, offer, lose, revive, plan the next, hand over */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProspectStep"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectChanged"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/doubles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prospects and accounts within reach that may be the same firm; nothing is written */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        address?: string | null;
                        name: string;
                        /** @default null */
                        phone?: string | null;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectDoubles"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of those found in a period: funnel, lead times, cost of an account won, who brought whom */
        get: {
            parameters: {
                query?: {
                    by?: "source" | "owner" | "market";
                    from?: string;
                    node?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProspectFunnel"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tier-1 accounts beneath a node, best first; without a node, all that the caller may see. Totals are of all of them; the rows are a window (at most 10,000) of those that pass the filter, in the order asked for */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                    count?: number;
                    from?: number;
                    lang?: "zh" | "en";
                    node?: string;
                    q?: string;
                    sort?: "score" | "-score" | "rank" | "-rank" | "name" | "-name" | "standing" | "-standing" | "volume" | "-volume" | "change" | "-change" | "share" | "-share" | "contribution" | "-contribution" | "silence" | "-silence" | "robustness" | "-robustness";
                    standing?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ranking"];
                    };
                };
                /** @description As it was */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A view of the ranking as a file: its rows in their order, its columns, in a unit and a language */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                    cols?: string;
                    format?: "csv" | "xlsx";
                    lang?: "zh" | "en";
                    node?: string;
                    q?: string;
                    sort?: "score" | "-score" | "rank" | "-rank" | "name" | "-name" | "standing" | "-standing" | "volume" | "-volume" | "change" | "-change" | "share" | "-share" | "contribution" | "-contribution" | "silence" | "-silence" | "robustness" | "-robustness";
                    standing?: string;
                    unit?: "kl" | "t" | "cases";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles of the company’s own, their rights and how many have them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CompanyRoles"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a role: a name and any of the rights that the caller holds everywhere */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewCompanyRole"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CompanyRoleAt"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a role from the next request on, or bring a removed one back */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CompanyRoleChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CompanyRoleAt"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a role that nobody has */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CompanyRoleAt"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, places, prospects and agreements by name, pinyin, initials, code or the last four digits of the telephone */
        get: {
            parameters: {
                query: {
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Search"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, what they may do and where */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with e-mail and password; answers with a session cookie, or asks for a code first */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Entered"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go to the company’s provider to sign in; comes back to a page of the app */
        get: {
            parameters: {
                query?: {
                    anew?: "1";
                    next?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Go on there */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/company/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the company’s provider sends people back; gives a session cookie */
        get: {
            parameters: {
                query?: {
                    code?: string;
                    error?: string;
                    iss?: string;
                    state?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Go on there */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/second": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The code of the second factor after a right password; answers with a session cookie */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SecondFactorCode"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session of this browser */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stand-ins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a stand-in now */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Made"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether there is a company yet, and which */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StartState"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Clear the demo company away, with everything in it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the demo company on an empty installation, in the background; GET /api/start tells how far it is */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MakeDemo"];
                };
            };
            responses: {
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StartState"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set up the company on an empty installation; answers the one-time link of the first administrator */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SetUp"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OneTimeLink"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trade-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Policies that speak in the markets in reach, or in a place there, the newest first */
        get: {
            parameters: {
                query?: {
                    node?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TradePolicies"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** A new policy: dated, scoped, budgeted; what it brings for days gone by is posted */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TradePolicyDraft"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TradePolicySaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trade-policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One policy with its versions and what it brought each account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TradePolicyView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** The next version of a policy; differences for days gone by are posted, nothing is edited */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TradePolicyChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TradePolicySaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trade-policies/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Conduct was kept, or a display stands, in a period; or that is taken back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PolicyConfirm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TradePolicySaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trade-policies/{id}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why an account is owed what it is owed in a period: postings, terms and lines */
        get: {
            parameters: {
                query: {
                    account: string;
                    period: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyTrace"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sales-territory tree as far as the caller sees it, parents first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            id: string;
                            /** @enum {string} */
                            kind: "hq" | "region" | "office" | "unassigned" | "market";
                            name: string;
                            parent: string | null;
                        }[];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views of the ranking: one’s own and the company’s */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedViews"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a view under a name */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewView"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedViews"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename a view, replace it, open the ranking with it, delete it or take that back */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ViewChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedViews"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Visits of some days with what is overdue: one’s own, everybody’s or one person’s */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    node?: string;
                    to?: string;
                    who?: ("me" | "all" | "nobody") | string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visits"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A visit that was planned: on another day, made, missed */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VisitChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what was said of a visit; its fixed date waits again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitSaved"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountFact: {
            day: string;
            expiresOn: string | null;
            /** @enum {string} */
            fact: "working_capital" | "credit_limit" | "sales_people" | "vehicles" | "warehouse_m2" | "share_of_wallet" | "overdue_minor";
            source: string;
            value: number;
        };
        AccountProfile: {
            account: components["schemas"]["RankedAccount"];
            address: string | null;
            after: string;
            asOf: string;
            city: string | null;
            gaps: number[];
            history: {
                asOf: string;
                policy: number;
                rank: number | null;
                score: number | null;
                /** @enum {string} */
                standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
            }[];
            k: number;
            lastYear: {
                contribution: number | null;
                litres: number | null;
                marketShare: number | null;
            };
            marketAccounts: number;
            mergedFrom: {
                account: string;
                id: string;
                name: string;
            }[];
            orders: {
                day: string;
                lines: number;
                litres: number;
                revenue: number | null;
            }[];
            override: {
                by: string;
                expiresOn: string;
                reason: string;
                /** @enum {string} */
                standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
            } | null;
            owner: string | null;
            path: {
                code: string;
                kind: string;
                name: string;
            }[];
            peersPerTonne: number | null;
            phoneMasked: string | null;
            policy: {
                draws: number;
                frozenOn: string | null;
                seed: number;
                version: number;
                weights: {
                    potential: number;
                    profit: number;
                    strength: number;
                    volume: number;
                };
            };
            priceSteps: {
                /** @enum {string} */
                kind: "total" | "plus" | "minus";
                name: string;
                value: number;
            }[] | null;
            priceUnknown: string[];
            products: {
                contributionPerTonne: number | null;
                litres: number;
                name: string;
                share: number;
                sku: string;
            }[];
            scoreSteps: {
                /** @enum {string} */
                kind: "total" | "plus" | "minus";
                name: string;
                value: number;
            }[] | null;
            strength: {
                day: string;
                expired: boolean;
                fact: string;
                source: string;
                value: number;
            }[];
            /** @enum {string} */
            tier: "wholesaler" | "sub_distributor" | "outlet";
            trend: {
                litres: number | null;
                month: string;
            }[];
            why: {
                [key: string]: {
                    after: string | null;
                    formula: string;
                    frozenOn: string | null;
                    inputs: {
                        name: string;
                        unit: string;
                        value: number | string | null;
                    }[];
                    policy: number | null;
                    to: string | null;
                };
            };
        };
        AccountRecord: {
            account: string | null;
            at: string;
            by: string;
            bytes: number | null;
            day: string;
            id: string;
            /** @enum {string} */
            kind: "note" | "contact" | "site" | "file";
            media: string | null;
            name: string;
            phoneMasked: string | null;
            role: string;
            words: string;
        };
        AccountRecords: {
            account: string;
            facts: (components["schemas"]["AccountFact"] & {
                account: string | null;
            })[];
            id: string;
            name: string;
            records: components["schemas"]["AccountRecord"][];
            /** @enum {string} */
            tier: "wholesaler" | "sub_distributor" | "outlet";
        };
        AccountTimeline: {
            entries: {
                at: string | null;
                /** @enum {string|null} */
                before: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant" | null;
                by: string | null;
                day: string;
                policy: number | null;
                /** @enum {string|null} */
                standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant" | null;
                /** @enum {string} */
                what: "first-order" | "standing" | "override" | "override-withdrawn" | "note" | "contact" | "site" | "file" | "fact" | "merge" | "unmerge" | "move" | "opened" | "closed";
                words: string;
            }[];
            more: boolean;
        };
        AccountVisits: {
            account: string;
            cadence: {
                everyDays: number | null;
                from: string;
                weekdays: number[];
            } | null;
            plans: {
                day: string;
                fixed: string | null;
                /** @enum {string} */
                state: "done" | "missed" | "overdue" | "due" | "planned";
                visit: {
                    /** @enum {string} */
                    aim: "order" | "placement" | "problem" | "payment" | "care";
                    cases: number | null;
                    id: string;
                    met: boolean | null;
                    seen: ("on_shelf" | "sold_out" | "display" | "old_stock" | "price_off" | "rival_offer")[];
                    version: number;
                    visitor: string | null;
                    words: string;
                } | null;
            }[];
            today: string;
        };
        AgreementAmend: {
            draft: components["schemas"]["AgreementDraft"];
            /** @enum {string} */
            kind: "amendment" | "renewal";
            seq: number;
        };
        AgreementChange: {
            draft: components["schemas"]["AgreementDraft"];
            seq: number;
        };
        AgreementDecision: {
            approve: boolean;
            seq: number;
            words: string;
        };
        AgreementDraft: {
            exclusive: boolean;
            exclusivityWords: string;
            firstOrder?: {
                cases: number | null;
                dueOn: string | null;
            } | null;
            from: string;
            markets: string[];
            otherWords: string;
            payDays: number;
            products: string[] | null;
            rebate: {
                /** @enum {string} */
                kind: "tiers";
                /** @enum {string} */
                measure: "cases";
                /** @enum {string} */
                mode: "all" | "marginal";
                tiers: {
                    from: number;
                    rate: number;
                    to?: number | null;
                }[];
            } | null;
            support: {
                onceMinor: number;
                perCaseMinor: number;
            };
            targets: {
                cases: number;
                month: string;
            }[];
            to: string;
            visitEveryDays: number | null;
        };
        AgreementEnd: {
            day: string;
            reason: string;
            seq: number;
        };
        Agreements: {
            agreements: {
                code: string;
                endsSoon: boolean;
                from: string;
                id: string;
                market: {
                    code: string;
                    id: string;
                    name: string;
                };
                party: string;
                /** @enum {string} */
                state: "draft" | "sent" | "approved" | "signed" | "coming" | "in-force" | "ended" | "terminated";
                to: string;
                version: number;
            }[];
            more: boolean;
            today: string;
        };
        AgreementSaved: {
            account: string | null;
            id: string;
            seq: number;
            version: number;
        };
        AgreementSign: {
            content: string;
            day: string;
            /** @enum {string} */
            kind: "drawn" | "scan";
            seq: number;
            signer: string;
        };
        AgreementStep: {
            seq: number;
        };
        AgreementView: {
            account: string | null;
            acts: {
                /** @enum {string} */
                act: "change" | "send" | "decide" | "sign" | "activate" | "amend" | "renew" | "terminate";
                why: string | null;
            }[];
            beyond: {
                byMinor: number;
                /** @enum {string} */
                what: "perCase" | "total";
            }[];
            code: string;
            company: string;
            endsSoon: boolean;
            events: {
                by: string;
                day: string;
                /** @enum {string} */
                kind: "drafted" | "sent" | "approved" | "returned" | "signed" | "activated" | "terminated";
                seq: number;
                version: number;
                words: string;
            }[];
            from: string;
            id: string;
            market: {
                code: string;
                id: string;
                name: string;
            };
            names: {
                markets: {
                    [key: string]: string;
                };
                products: {
                    [key: string]: string;
                };
            };
            overlaps: {
                code: string;
                from: string;
                markets: string[];
                to: string;
                waived: string | null;
            }[];
            party: string;
            prospect: string | null;
            seq: number;
            /** @enum {string} */
            state: "draft" | "sent" | "approved" | "signed" | "coming" | "in-force" | "ended" | "terminated";
            to: string;
            today: string;
            version: number;
            versions: {
                author: string;
                draft: components["schemas"]["AgreementDraft"];
                given: {
                    perCaseMinor: number;
                    totalMinor: number;
                };
                /** @enum {string} */
                kind: "first" | "amendment" | "renewal";
                policy: string | null;
                signature: {
                    day: string;
                    digest: string;
                    /** @enum {string} */
                    kind: "drawn" | "scan";
                    signer: string;
                    textDigest: string;
                } | null;
                /** @enum {string} */
                state: "draft" | "sent" | "approved" | "signed" | "coming" | "in-force" | "ended" | "terminated";
                to: string;
                version: number;
            }[];
        };
        AgreementWaive: {
            reason: string;
            seq: number;
        };
        AuditEntry: {
            action: string;
            at: string;
            by: string;
            byEmail: string | null;
            from: string | null;
            id: string;
            market: {
                code: string;
                name: string;
            } | null;
            said: {
                after: string | null;
                before: string | null;
                field: string;
            }[];
            subject: {
                account: string | null;
                name: string;
            } | null;
        };
        AuditPage: {
            count: {
                entries: number;
                people: number;
            } | null;
            entries: components["schemas"]["AuditEntry"][];
            next: string | null;
            whole: boolean;
        };
        CalendarFeed: {
            since: string | null;
        };
        Campaign: {
            found: number;
            from: string;
            id: string;
            market: string;
            marketName: string;
            name: string;
            /** @enum {string} */
            source: "peer" | "rival" | "outlet" | "advertising" | "media";
            spend: number | null;
            to: string;
            version: number;
            won: number;
        };
        CampaignChange: components["schemas"]["CampaignDraft"] & {
            version: number;
        };
        CampaignDraft: {
            from: string;
            name: string;
            /** @enum {string} */
            source: "peer" | "rival" | "outlet" | "advertising" | "media";
            spend?: number | null;
            to: string;
        };
        Campaigns: {
            campaigns: components["schemas"]["Campaign"][];
        };
        Claimable: {
            leftMinor: number;
            n: number;
            units: {
                account: string;
                accountCode: string;
                accountName: string;
                accruedMinor: number;
                budgetLeftMinor: number;
                claimedMinor: number;
                leftMinor: number;
                marketName: string;
                needsFile: boolean;
                period: string;
                /** @enum {string} */
                periodKind: "month" | "quarter" | "year" | "term";
                policy: string;
                policyCode: string;
                policyName: string;
                waits: boolean;
            }[];
        };
        ClaimDecision: {
            approvedMinor: number;
            reason: string;
        };
        Claims: {
            claims: {
                account: string;
                accountName: string;
                approvedMinor: number;
                askedMinor: number;
                decidedBy: string | null;
                decidedOn: string | null;
                id: string;
                marketName: string;
                period: string;
                /** @enum {string} */
                periodKind: "month" | "quarter" | "year" | "term";
                policy: string;
                policyCode: string;
                policyName: string;
                sentBy: string;
                sentOn: string;
                settledMinor: number;
                /** @enum {string} */
                state: "open" | "approved" | "refused" | "withdrawn";
            }[];
            decide: {
                minor: number;
                n: number;
            };
            more: boolean;
            pay: {
                minor: number;
                n: number;
            };
        };
        ClaimSaved: {
            id: string;
            /** @enum {string} */
            state: "open" | "approved" | "refused" | "withdrawn";
        };
        ClaimView: {
            account: string;
            accountName: string;
            accruedMinor: number;
            approvedMinor: number;
            approveUpToMinor: number;
            askedMinor: number;
            claimedMinor: number;
            decidedBy: string | null;
            decidedOn: string | null;
            evidence: {
                name: string;
                record: string;
            }[];
            id: string;
            marketName: string;
            own: boolean;
            period: string;
            /** @enum {string} */
            periodKind: "month" | "quarter" | "year" | "term";
            policy: string;
            policyCode: string;
            policyName: string;
            reason: string;
            sentBy: string;
            sentOn: string;
            settledMinor: number;
            settlements: {
                amountMinor: number;
                cases: number | null;
                /** @enum {string} */
                how: "credit" | "cash" | "goods";
                on: string;
                sku: string | null;
            }[];
            /** @enum {string} */
            state: "open" | "approved" | "refused" | "withdrawn";
            words: string;
        };
        CompanyChange: {
            name?: string;
            secondFactorRoles?: string[];
            timeZone?: string;
            /** @enum {string} */
            unit?: "kl" | "t" | "cases";
            vatRate?: number | null;
        };
        CompanyRole: {
            code: string;
            held: number;
            name: string;
            rights: ("ranking.read" | "account.read" | "contribution.read" | "account.override" | "account.merge" | "account.change" | "account.note" | "market.change" | "product.change" | "import.run" | "import.undo" | "export.run" | "policy.read" | "policy.change" | "people.read" | "people.change" | "company.change" | "audit.read" | "prospect.read" | "prospect.change" | "trade_policy.read" | "trade_policy.change" | "claim.change" | "claim.approve" | "settlement.run" | "visit.read" | "visit.change" | "agreement.read" | "agreement.change" | "agreement.approve")[];
            version: number;
        };
        CompanyRoleAt: {
            code: string;
            version: number;
        };
        CompanyRoleChange: components["schemas"]["NewCompanyRole"] & {
            version: number;
        };
        CompanyRoles: {
            fixed: {
                held: number;
                /** @enum {string} */
                role: "admin" | "hq" | "finance" | "regional_manager" | "rep" | "read_only";
            }[];
            mayShape: boolean;
            roles: components["schemas"]["CompanyRole"][];
        };
        CompanySettings: {
            currency: string;
            /** @enum {string} */
            locale: "zh" | "en";
            may: boolean;
            name: string;
            ownRoles: {
                code: string;
                name: string;
            }[];
            posted: boolean;
            secondFactorRoles: string[];
            timeZone: string;
            /** @enum {string} */
            unit: "kl" | "t" | "cases";
            vatRate: number | null;
        };
        DealLimit: {
            perCaseMinor: number;
            role: string;
            totalMinor: number;
        };
        DealLimits: {
            limits: components["schemas"]["DealLimit"][];
            own: {
                perCaseMinor: number;
                place: string;
                totalMinor: number;
            }[];
        };
        Done: {
            /** @enum {boolean} */
            done: true;
        };
        Doubles: {
            likely: {
                account: string;
                city: string | null;
                id: string;
                name: string;
                why: ("name" | "phone" | "code" | "address")[];
            }[];
            merged: {
                account: string;
                id: string;
                name: string;
            }[];
        };
        Edited: {
            count: number;
            edit: string;
            id: string | null;
        };
        Entered: {
            done: boolean;
        };
        Erased: {
            email: string;
            name: string;
        };
        FactSaved: {
            before: components["schemas"]["AccountFact"] | null;
        };
        FirstOrder: {
            account: string;
            order: {
                cases: number;
                day: string;
            } | null;
            placement: {
                between: number;
                by: string;
                known: number;
                next: {
                    id: string;
                    name: string;
                }[];
                placed: number;
                reached: {
                    cases: number | null;
                    day: string;
                    /** @enum {string} */
                    how: "delivered" | "seen";
                    id: string;
                    name: string;
                }[];
                reachedTotal: number;
                /** @enum {string} */
                state: "early" | "moving" | "behind" | "placed" | "fell-short";
            } | null;
            plan: {
                cases: number | null;
                dueOn: string;
            } | null;
            /** @enum {string} */
            state: "none" | "waits" | "late" | "came" | "came-late" | "came-short";
            today: string;
        };
        FirstOrderPlan: {
            cases: number | null;
            dueOn: string;
        };
        Health: {
            /** @enum {string} */
            status: "ok";
            version: string;
        };
        ImportBatch: {
            actor: string;
            endedAt: string | null;
            fileName: string;
            id: string;
            /** @enum {string} */
            kind: "markets" | "accounts" | "products" | "movements" | "supply-links" | "prices" | "people";
            map?: {
                columns?: {
                    [key: string]: string;
                };
                constants?: {
                    [key: string]: string | number;
                };
                dateFormat?: string;
                /** @enum {string} */
                dateOrder?: "ymd" | "dmy" | "mdy";
                /** @enum {string} */
                decimal?: "." | ",";
                delimiter?: string;
                /** @enum {string} */
                encoding?: "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
                headerRow?: number;
                headerRows?: number;
                quantityUnit?: string;
                sheet?: string;
                takeRows?: number[];
                /** @enum {string} */
                vat?: "with" | "without";
            } | null;
            parent?: {
                fileName: string;
                id: string;
                refused: number;
            } | null;
            problem: {
                code: string;
                detail: string;
                facts: {
                    [key: string]: string | number;
                };
            } | null;
            progress: {
                done: number;
                share: number | null;
                step: string;
                trial: boolean;
            } | null;
            result: components["schemas"]["ImportResult"] | null;
            same?: {
                at: string;
                fileName: string;
                id: string;
                state: string;
                who: string;
            }[];
            shape: string | null;
            startedAt: string;
            /** @enum {string} */
            state: "uploaded" | "running" | "done" | "failed" | "interrupted" | "undone";
            understood: components["schemas"]["Understood"] | null;
            undoable: boolean;
            undone?: {
                actor: string;
                at: string;
                who: string;
            } | null;
            who: string;
        };
        ImportMapping: {
            at: string | null;
            fileName: string | null;
            /** @enum {string} */
            kind: "markets" | "accounts" | "products" | "movements" | "supply-links" | "prices" | "people";
            map: {
                columns?: {
                    [key: string]: string;
                };
                constants?: {
                    [key: string]: string | number;
                };
                dateFormat?: string;
                /** @enum {string} */
                dateOrder?: "ymd" | "dmy" | "mdy";
                /** @enum {string} */
                decimal?: "." | ",";
                delimiter?: string;
                /** @enum {string} */
                encoding?: "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
                headerRow?: number;
                headerRows?: number;
                quantityUnit?: string;
                sheet?: string;
                takeRows?: number[];
                /** @enum {string} */
                vat?: "with" | "without";
            };
            shape: string;
            who: string | null;
        };
        ImportResult: {
            batch: string;
            corrected: number;
            created: {
                accounts: number;
                markets: number;
                skus: number;
            };
            dryRun: boolean;
            rejectedBy: {
                cases?: number | null;
                code: string;
                count: number;
                examples?: {
                    cells: string[];
                    row: number;
                    sample: string;
                }[];
                row: number;
                sample: string;
            }[];
            rejectedFile: string | null;
            rowsAccepted: number;
            rowsRead: number;
            rowsRejected: number;
            samples?: components["schemas"]["TrialSamples"];
            seconds: {
                [key: string]: number;
            };
            seen: {
                accounts: number;
                firstDay: string | null;
                lastDay: string | null;
                markets: number;
                skus: number;
            };
            totals: {
                amountMinor: number;
                cases: number;
                costMinor: number | null;
                millilitres: number;
            };
            unchanged: number;
            understood: components["schemas"]["Understood"];
            updated: {
                accounts: number;
                markets: number;
                skus: number;
            };
            warned?: {
                [key: string]: {
                    account: string;
                    day: string;
                    row: number;
                    sku: string;
                }[];
            };
            warnings: {
                [key: string]: number;
            };
        };
        LinkOwner: {
            company: string;
            email: string;
            leastPassword: number;
            name: string;
        };
        Made: {
            id: string;
        };
        MakeDemo: {
            key: string;
        };
        MarketMembers: {
            before: number;
            from: number;
            /** @enum {string} */
            level: "wholesaler" | "sub_distributor";
            members: number;
            rows: {
                account: string;
                contribution: number;
                id: string;
                litres: number;
                name: string;
                perTonne: number | null;
                reasons: {
                    code: string;
                    facts: {
                        [key: string]: number | string;
                    };
                }[];
                suppliers: string[];
            }[];
        };
        MarketPage: {
            accounts: components["schemas"]["RankedAccount"][];
            after: string;
            asOf: string;
            category: {
                lastYear: {
                    from: number | null;
                    share: number;
                    size: components["schemas"]["MarketSizeEntry"];
                    to: number | null;
                } | null;
                now: {
                    from: number | null;
                    share: number;
                    size: components["schemas"]["MarketSizeEntry"];
                    to: number | null;
                } | null;
                stale: boolean;
            };
            coverage: {
                areas: {
                    holes: number;
                    name: string;
                    served: number;
                }[];
                holes: number;
                outlets: number;
            };
            curve: {
                best: {
                    account: string;
                    contribution: number;
                    id: string;
                    litres: number;
                    name: string;
                    perTonne: number | null;
                    reasons: {
                        code: string;
                        facts: {
                            [key: string]: number | string;
                        };
                    }[];
                    suppliers: string[];
                }[];
                loss: {
                    amount: number;
                    members: number;
                };
                members: number;
                peak: {
                    amount: number;
                    members: number;
                };
                perTonne: number | null;
                points: {
                    amount: number;
                    members: number;
                }[];
                total: number;
                unknown: {
                    litres: number;
                    members: number;
                };
                untraced: number | null;
                worst: {
                    account: string;
                    contribution: number;
                    id: string;
                    litres: number;
                    name: string;
                    perTonne: number | null;
                    reasons: {
                        code: string;
                        facts: {
                            [key: string]: number | string;
                        };
                    }[];
                    suppliers: string[];
                }[];
            } | null;
            enterRank: number;
            k: number;
            lastMovement: string | null;
            leaveRank: number;
            /** @enum {string} */
            level: "wholesaler" | "sub_distributor";
            levels: ("wholesaler" | "sub_distributor")[];
            means: {
                potential: number | null;
                profit: number | null;
                strength: number | null;
                volume: number | null;
            };
            movers: {
                after: string;
                changeLitres: number;
                down: {
                    beforeLitres: number;
                    change: number;
                    id: string;
                    name: string;
                    recentLitres: number;
                    suppliers: string[];
                    /** @enum {string} */
                    tier: "wholesaler" | "sub_distributor";
                }[];
                up: {
                    beforeLitres: number;
                    change: number;
                    id: string;
                    name: string;
                    recentLitres: number;
                    suppliers: string[];
                    /** @enum {string} */
                    tier: "wholesaler" | "sub_distributor";
                }[];
            } | null;
            policy: {
                draws: number;
                frozenOn: string | null;
                seed: number;
                version: number;
                weights: {
                    potential: number;
                    profit: number;
                    strength: number;
                    volume: number;
                };
            };
            row: components["schemas"]["MarketRow"];
            ruler: {
                id: string;
                litres: number;
                name: string;
                share: number;
                /** @enum {string} */
                standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
            }[];
            rulerRest: {
                accounts: number;
                litres: number;
                share: number;
            };
            subDistributors: number;
            traced: number;
            why: {
                [key: string]: {
                    after: string | null;
                    formula: string;
                    frozenOn: string | null;
                    inputs: {
                        name: string;
                        unit: string;
                        value: number | string | null;
                    }[];
                    policy: number | null;
                    to: string | null;
                };
            };
        };
        MarketRow: {
            accounts: number;
            byStanding: {
                accounts: number;
                litres: number;
                /** @enum {string} */
                standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
            }[];
            cases: number | null;
            categoryShare: number | null;
            code: string;
            concentration: {
                equal: number;
                hhi: number;
                lead: {
                    members: number;
                    share: number;
                };
                members: number;
            } | null;
            contribution: number | null;
            contributionPerTonne: number | null;
            costUnknown: number | null;
            lastYearLitres: number | null;
            litres: number;
            losing: {
                amount: number;
                members: number;
            } | null;
            name: string;
            path: string[];
            selling: number;
            sleepsBig: number;
        };
        Markets: {
            after: string;
            asOf: string;
            lastMovement: string | null;
            markets: components["schemas"]["MarketRow"][];
            node: {
                code: string;
                kind: string;
                name: string;
            };
        };
        MarketSizeChange: {
            high: number | null;
            litres: number;
            low: number | null;
            source: string;
            validFrom: string;
        };
        MarketSizeEntry: {
            high: number | null;
            litres: number;
            low: number | null;
            source: string;
            validFrom: string;
        };
        MarketSizes: {
            sizes: components["schemas"]["MarketSizeEntry"][];
        };
        MasterAbove: {
            code: string;
            id: string;
            name: string;
            /** @enum {string} */
            tier: "wholesaler" | "sub_distributor" | "outlet";
        };
        MasterAccount: {
            address: string | null;
            before: {
                market: string;
                until: string;
            }[];
            channel: string | null;
            city: string | null;
            closed: string | null;
            code: string;
            contact: string | null;
            id: string;
            market: {
                code: string;
                id: string;
                name: string;
            };
            name: string;
            opened: string | null;
            /** Format: uuid */
            owner: string | null;
            ownerName: string | null;
            /** Format: uuid */
            parent: string | null;
            parentName: string | null;
            phone: string | null;
            /** @enum {string} */
            tier: "wholesaler" | "sub_distributor" | "outlet";
            version: string;
        };
        MasterAccountRow: {
            channel: string | null;
            closed: string | null;
            code: string;
            id: string;
            market: string;
            marketName: string;
            name: string;
            owner: string | null;
            /** @enum {string} */
            tier: "wholesaler" | "sub_distributor" | "outlet";
        };
        MasterAccounts: {
            page: number;
            pageSize: number;
            rows: components["schemas"]["MasterAccountRow"][];
            tiers: {
                count: number;
                /** @enum {string} */
                tier: "wholesaler" | "sub_distributor" | "outlet";
            }[];
            today: string;
            total: number;
        };
        MasterNode: {
            accounts: number;
            closed: string | null;
            code: string;
            id: string;
            inUse: boolean;
            /** @enum {string} */
            kind: "hq" | "region" | "office" | "unassigned" | "market";
            name: string;
            parent: string | null;
            people: number;
            stays: {
                from: string;
                parent: string;
                to: string | null;
            }[];
            version: string;
            wholesalers: number;
        };
        MasterOwner: {
            id: string;
            name: string;
        };
        MasterProduct: {
            brand: string | null;
            category: string | null;
            code: string;
            id: string;
            inUse: boolean;
            may: boolean;
            name: string;
            prices: {
                spans: components["schemas"]["PriceSpan"][];
                /** @enum {string} */
                tier: "wholesaler" | "sub_distributor" | "outlet";
            }[];
            seesCosts: boolean;
            sizes: components["schemas"]["SizeSpan"][];
            version: string;
        };
        MasterProductRow: {
            brand: string | null;
            category: string | null;
            code: string;
            cost: number | null;
            excise: number | null;
            id: string;
            list: number | null;
            name: string;
            packUnits: number | null;
            unitMl: number | null;
        };
        MasterProducts: {
            may: boolean;
            rows: components["schemas"]["MasterProductRow"][];
            seesCosts: boolean;
            today: string;
        };
        MasterTree: {
            may: boolean;
            nodes: components["schemas"]["MasterNode"][];
            today: string;
        };
        Merged: {
            account: string;
            into: string | null;
        };
        MergePreview: {
            account: {
                account: string;
                facts: number;
                id: string;
                lines: number;
                litres: number;
                name: string;
                outlets: number;
                rank: number | null;
                records: number;
                /** @enum {string|null} */
                standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant" | null;
                subDistributors: number;
            };
            after: {
                litres: number;
                rank: number | null;
                /** @enum {string|null} */
                standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant" | null;
            };
            asOf: string;
            into: {
                account: string;
                facts: number;
                id: string;
                lines: number;
                litres: number;
                name: string;
                outlets: number;
                rank: number | null;
                records: number;
                /** @enum {string|null} */
                standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant" | null;
                subDistributors: number;
            };
            others: {
                /** @enum {string} */
                after: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
                /** @enum {string} */
                before: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
                name: string;
            }[];
        };
        NegotiationSheet: {
            from: string;
            made: string;
            name: string;
            nearby: string;
            parts: {
                /** @enum {string} */
                concern: "profit" | "potential" | "renown" | "sales" | "invest";
                facts: {
                    fact: string;
                    high: number | null;
                    low: number | null;
                    n: number | null;
                    of: string | null;
                    value: number | null;
                    /** @enum {string|null} */
                    why: "few" | "unknown" | null;
                }[];
                points: number;
            }[];
            person: {
                id: string;
                name: string;
            } | null;
            prospect: string;
            to: string;
        };
        NewAgreement: {
            draft: components["schemas"]["AgreementDraft"];
            with: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "prospect";
            } | {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "account";
            };
        };
        NewCalendarFeed: {
            path: string;
        };
        NewCampaign: components["schemas"]["CampaignDraft"] & {
            /** Format: uuid */
            market: string;
        };
        NewClaim: {
            /** Format: uuid */
            account: string;
            askedMinor: number;
            period: string;
            /** Format: uuid */
            policy: string;
            records: string[];
            words: string;
        };
        NewCompanyRole: {
            name: string;
            rights: ("ranking.read" | "account.read" | "contribution.read" | "account.override" | "account.merge" | "account.change" | "account.note" | "market.change" | "product.change" | "import.run" | "import.undo" | "export.run" | "policy.read" | "policy.change" | "people.read" | "people.change" | "company.change" | "audit.read" | "prospect.read" | "prospect.change" | "trade_policy.read" | "trade_policy.change" | "claim.change" | "claim.approve" | "settlement.run" | "visit.read" | "visit.change" | "agreement.read" | "agreement.change" | "agreement.approve")[];
        };
        NewKey: {
            key: string;
            prefix: string;
        };
        NewPassword: {
            password: string;
        };
        NewPerson: {
            email: string;
            /** @enum {string} */
            locale?: "zh" | "en";
            name: string;
            roles: {
                role: string;
                scope: string;
            }[];
        };
        NewProspect: {
            /** Format: uuid */
            account?: string;
            address?: string | null;
            city?: string | null;
            found?: string;
            /** Format: uuid */
            market: string;
            name: string;
            nextOn: string;
            nextStep: string;
            outlets?: number | null;
            phone?: string | null;
            referrer?: {
                /**
                 * Format: uuid
                 * @default null
                 */
                id: string | null;
                /** @enum {string} */
                kind: "account" | "prospect" | "trader" | "campaign";
                /** @default  */
                name: string;
            } | null;
            /** @enum {string} */
            source: "peer" | "rival" | "outlet" | "advertising" | "media";
            subDistributors?: number | null;
            words?: string;
        };
        NewProspectBrand: {
            brand: string;
            /** @default null */
            cases: number | null;
            /** @enum {string} */
            certainty: "heard" | "seen" | "documented";
            day?: string;
            source: string;
        };
        NewProspectPerson: {
            name: string;
            /** @default null */
            phone: string | null;
            /** @enum {string} */
            role: "owner" | "spouse" | "buyer" | "other";
            /** @default  */
            words: string;
        };
        NewSettlement: {
            amountMinor: number;
            cases: number | null;
            /** @enum {string} */
            how: "credit" | "cash" | "goods";
            /** Format: uuid */
            sku: string | null;
        };
        NewStandIn: {
            by: string;
            from: string;
            to: string;
        };
        NewView: {
            body: {
                cols?: string;
                node?: string;
                q?: string;
                sort?: string;
                standing?: string;
            };
            name: string;
            shared: boolean;
        };
        NewVisit: {
            /**
             * @default care
             * @enum {string}
             */
            aim: "order" | "placement" | "problem" | "payment" | "care";
            /** @default null */
            cases: number | null;
            day?: string;
            /** @default null */
            met: boolean | null;
            /** @default [] */
            seen: ("on_shelf" | "sold_out" | "display" | "old_stock" | "price_off" | "rival_offer")[];
            standsFor?: string | null;
            /** @enum {string} */
            state: "planned" | "done" | "missed";
            /** @default  */
            words: string;
        };
        NewVisitCadence: {
            everyDays: number | null;
            from?: string;
            weekdays: number[];
        };
        OneTimeLink: {
            link: string;
        };
        OverrideChange: {
            expiresOn: string;
            reason: string;
            /** @enum {string} */
            standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
        };
        OwnAccount: {
            keys: {
                lastUsed: string | null;
                madeAt: string;
                name: string | null;
                prefix: string;
            }[];
            leastPassword: number;
            sessions: {
                address: string | null;
                browser: string | null;
                id: string;
                lastSeen: string;
                own: boolean;
                since: string;
                system: string | null;
            }[];
        };
        OwnKey: {
            name: string;
        };
        OwnLanguage: {
            /** @enum {string} */
            locale: "zh" | "en";
        };
        OwnPassword: {
            old: string;
            password: string;
        };
        People: {
            people: components["schemas"]["Person"][];
            standIns: components["schemas"]["StandIn"][];
        };
        PeopleChange: {
            changes: {
                active?: boolean;
                email: string;
                name?: string;
                roles?: {
                    role: string;
                    scope: string;
                }[];
            }[];
        };
        Person: {
            active: boolean;
            email: string;
            invited: boolean;
            lastSignIn: string | null;
            /** @enum {string} */
            locale: "zh" | "en";
            mine: boolean;
            name: string;
            roles: {
                node: string;
                nodeName: string;
                role: string;
                roleName: string | null;
            }[];
            secondFactor: boolean;
        };
        PersonalData: {
            actions: {
                action: string;
                /** @example 2026-01-05T04:00:00.000Z */
                at: string;
                from: string | null;
                place: string;
            }[];
            calendars: {
                /** @example 2026-01-05T04:00:00.000Z */
                since: string;
            }[];
            company: string;
            companyAccounts: {
                issuer: string;
                /** @example 2026-01-05T04:00:00.000Z */
                since: string;
                subject: string;
            }[];
            imports: {
                /** @example 2026-01-05T04:00:00.000Z */
                at: string;
                file: string;
                kind: string;
            }[];
            keys: {
                /** @example 2026-01-05T04:00:00.000Z */
                made: string;
                name: string | null;
                prefix: string;
                /** @example 2026-01-05T04:00:00.000Z */
                revoked: string | null;
            }[];
            /** @example 2026-01-05T04:00:00.000Z */
            lastSignIn: string | null;
            /** @example 2026-01-05T04:00:00.000Z */
            made: string;
            person: {
                active: boolean;
                email: string;
                language: string;
                name: string;
                /** @example 2026-01-05T04:00:00.000Z */
                since: string;
            };
            roles: {
                from: string;
                place: string;
                role: string;
                to: string | null;
            }[];
            secondFactor: {
                /** @example 2026-01-05T04:00:00.000Z */
                since: string;
            }[];
            sessions: {
                address: string | null;
                browser: string | null;
                /** @example 2026-01-05T04:00:00.000Z */
                seen: string;
                /** @example 2026-01-05T04:00:00.000Z */
                since: string;
            }[];
            standIns: {
                by: string;
                from: string;
                of: string;
                to: string;
            }[];
            views: {
                /** @example 2026-01-05T04:00:00.000Z */
                made: string;
                name: string;
                shared: boolean;
            }[];
            written: {
                account: string;
                day: string;
                kind: string;
                name: string;
                words: string;
            }[];
        };
        PersonChange: {
            active?: boolean;
            name?: string;
            roles?: {
                role: string;
                scope: string;
            }[];
        };
        Phone: {
            phone: string;
        };
        PolicyChange: {
            base?: number;
            body?: {
                [key: string]: unknown;
            };
            from?: string;
            note?: string;
            pairs?: number[][];
            ranking?: ("volume" | "profit" | "strength" | "potential")[];
            restore?: number;
            undoes?: number;
        };
        PolicyConfirm: {
            /** Format: uuid */
            account: string;
            confirmed: boolean;
            period: string;
        };
        PolicyDocument: {
            body: {
                candidate: {
                    potential: number;
                    volume: number;
                };
                costCoverage: number;
                dormant: {
                    cycles: number;
                    months: number;
                };
                growthHistoryMonths: number;
                hysteresis: {
                    enter: number;
                    leave: number;
                    leaveAfter: number;
                };
                k: {
                    /** @enum {string} */
                    kind: "cover";
                    least: number;
                    most: number;
                    share: number;
                } | {
                    k: number;
                    /** @enum {string} */
                    kind: "fixed";
                };
                kByMarket: {
                    [key: string]: number;
                };
                loyalty: {
                    closeFrom: number;
                    fewestOrders: number;
                    gaps: number;
                    overdueMinor: number;
                    walletDrop: number;
                    warnFrom: number;
                };
                reference: {
                    fewest: number;
                    high: number;
                    low: number;
                    months: number;
                };
                robustness: {
                    draws: number;
                    keepOrder: boolean;
                    seed: number;
                };
                weights: {
                    potential: number;
                    profit: number;
                    strength: number;
                    volume: number;
                };
                /** @enum {string} */
                weightsFrom: "direct" | "ranking" | "pairwise";
            };
            currency: string;
            frozenOn: string | null;
            markets: {
                code: string;
                name: string;
            }[];
            minorDigits: number;
            newest: number;
            version: number;
            versions: {
                at: string;
                by: string;
                from: string | null;
                note: string | null;
                version: number;
            }[];
        };
        PolicyOfVersion: {
            at: string;
            body: {
                candidate: {
                    potential: number;
                    volume: number;
                };
                costCoverage: number;
                dormant: {
                    cycles: number;
                    months: number;
                };
                growthHistoryMonths: number;
                hysteresis: {
                    enter: number;
                    leave: number;
                    leaveAfter: number;
                };
                k: {
                    /** @enum {string} */
                    kind: "cover";
                    least: number;
                    most: number;
                    share: number;
                } | {
                    k: number;
                    /** @enum {string} */
                    kind: "fixed";
                };
                kByMarket: {
                    [key: string]: number;
                };
                loyalty: {
                    closeFrom: number;
                    fewestOrders: number;
                    gaps: number;
                    overdueMinor: number;
                    walletDrop: number;
                    warnFrom: number;
                };
                reference: {
                    fewest: number;
                    high: number;
                    low: number;
                    months: number;
                };
                robustness: {
                    draws: number;
                    keepOrder: boolean;
                    seed: number;
                };
                weights: {
                    potential: number;
                    profit: number;
                    strength: number;
                    volume: number;
                };
                /** @enum {string} */
                weightsFrom: "direct" | "ranking" | "pairwise";
            };
            by: string;
            from: string | null;
            note: string | null;
            version: number;
        };
        PolicyPreview: {
            accounts: number;
            against: number;
            asOf: string;
            body: {
                candidate: {
                    potential: number;
                    volume: number;
                };
                costCoverage: number;
                dormant: {
                    cycles: number;
                    months: number;
                };
                growthHistoryMonths: number;
                hysteresis: {
                    enter: number;
                    leave: number;
                    leaveAfter: number;
                };
                k: {
                    /** @enum {string} */
                    kind: "cover";
                    least: number;
                    most: number;
                    share: number;
                } | {
                    k: number;
                    /** @enum {string} */
                    kind: "fixed";
                };
                kByMarket: {
                    [key: string]: number;
                };
                loyalty: {
                    closeFrom: number;
                    fewestOrders: number;
                    gaps: number;
                    overdueMinor: number;
                    walletDrop: number;
                    warnFrom: number;
                };
                reference: {
                    fewest: number;
                    high: number;
                    low: number;
                    months: number;
                };
                robustness: {
                    draws: number;
                    keepOrder: boolean;
                    seed: number;
                };
                weights: {
                    potential: number;
                    profit: number;
                    strength: number;
                    volume: number;
                };
                /** @enum {string} */
                weightsFrom: "direct" | "ranking" | "pairwise";
            };
            changed: {
                account: string;
                after: {
                    rank: number | null;
                    score: number | null;
                    /** @enum {string} */
                    standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
                };
                before: {
                    rank: number | null;
                    score: number | null;
                    /** @enum {string} */
                    standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
                };
                byYardstick: boolean;
                id: string;
                market: string;
                marketName: string;
                name: string;
                reasons: {
                    code: string;
                    facts: {
                        [key: string]: number | string;
                    };
                }[];
            }[];
            keyAfter: number;
            keyBefore: number;
            markets: {
                accounts: number;
                changed: number;
                code: string;
                k: {
                    after: number;
                    before: number;
                };
                key: {
                    after: number;
                    before: number;
                };
                moved: number;
                name: string;
            }[];
            moved: number;
            moves: {
                account: string;
                after: {
                    rank: number | null;
                    score: number | null;
                    /** @enum {string} */
                    standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
                };
                before: {
                    rank: number | null;
                    score: number | null;
                    /** @enum {string} */
                    standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
                };
                byYardstick: boolean;
                id: string;
                market: string;
                marketName: string;
                name: string;
                reasons: {
                    code: string;
                    facts: {
                        [key: string]: number | string;
                    };
                }[];
            }[];
            newest: number;
        };
        PolicyTerms: {
            /** @enum {string} */
            kind: "rate";
            /** @enum {string} */
            measure: "cases" | "litres" | "amount";
            rate: number;
        } | {
            /** @enum {string} */
            kind: "tiers";
            /** @enum {string} */
            measure: "cases" | "litres" | "amount";
            /** @enum {string} */
            mode: "all" | "marginal";
            tiers: {
                from: number;
                rate: number;
                to?: number | null;
            }[];
        } | {
            above: number;
            /** @enum {string} */
            kind: "growth";
            /** @enum {string} */
            measure: "cases" | "litres" | "amount";
            rate: number;
        } | {
            buy: number;
            get: number;
            /** @enum {string} */
            kind: "free_goods";
            valueMinor: number;
        } | {
            amountMinor: number;
            /** @enum {string} */
            kind: "conduct";
        } | {
            amountMinor: number;
            /** @enum {string} */
            kind: "display";
        };
        PolicyTrace: {
            accountName: string;
            accruedMinor: number;
            code: string;
            name: string;
            period: string;
            postings: {
                after: {
                    base: number;
                    confirmed: boolean;
                    minor: number;
                    quantity: number;
                };
                amountMinor: number;
                before: {
                    base: number;
                    confirmed: boolean;
                    minor: number;
                    quantity: number;
                };
                bookedOn: string;
                /** @enum {string} */
                cause: "movements" | "change" | "confirm" | "merge";
                id: string;
                lines: {
                    amountMinor: number;
                    day: string;
                    doc: string | null;
                    lineAmountMinor: number | null;
                    milliCases: number | null;
                    millilitres: number | null;
                    sku: string | null;
                }[];
                moreLines: boolean;
                terms: components["schemas"]["PolicyTerms"];
                tier: [
                    number | null,
                    number | null
                ];
                version: number;
            }[];
        };
        PolicyTrial: {
            against?: number;
            body?: {
                [key: string]: unknown;
            };
            pairs?: number[][];
            ranking?: ("volume" | "profit" | "strength" | "potential")[];
            restore?: number;
        };
        Preview: {
            choices: components["schemas"]["PreviewChoice"][];
            fields: {
                by: string;
                column: number | null;
                constant: string | null;
                field: string;
                header: string | null;
                sure: number;
                unit: string | null;
                unsure: boolean;
            }[];
            from: number;
            headers: string[];
            rows: {
                cells: {
                    [key: string]: {
                        ours: string | number | null;
                        theirs: string;
                    };
                };
                /** @enum {string} */
                fate: "in" | "unchanged" | "corrected" | "refused";
                posting: {
                    amountMinor: number | null;
                    milliCases: number | null;
                    millilitres: number;
                } | null;
                problem: {
                    code: string;
                    detail: string;
                } | null;
                row: number;
                was: {
                    amountMinor: number | null;
                    millilitres: number;
                } | null;
            }[];
            totals: components["schemas"]["PreviewTotals"];
            understood: components["schemas"]["Understood"];
        };
        PreviewAsk: {
            createMissing: boolean;
            from?: number;
            map: {
                columns?: {
                    [key: string]: string;
                };
                constants?: {
                    [key: string]: string | number;
                };
                dateFormat?: string;
                /** @enum {string} */
                dateOrder?: "ymd" | "dmy" | "mdy";
                /** @enum {string} */
                decimal?: "." | ",";
                delimiter?: string;
                /** @enum {string} */
                encoding?: "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
                headerRow?: number;
                headerRows?: number;
                quantityUnit?: string;
                sheet?: string;
                takeRows?: number[];
                /** @enum {string} */
                vat?: "with" | "without";
            } | null;
        };
        PreviewChoice: {
            field: string | null;
            header: string | null;
            /** @enum {string} */
            id: "quantity-unit" | "vat" | "date-order" | "decimal" | "date-column" | "sheet" | "encoding" | "column";
            options: {
                chosen: boolean;
                patch: {
                    [key: string]: unknown;
                };
                totals: components["schemas"]["PreviewTotals"] | null;
                value: string;
            }[];
            question: string | null;
        };
        PreviewTotals: {
            amountMinor: number;
            cases: number;
            exact: boolean;
            lines: number;
            millilitres: number;
            refused: number;
        };
        PreviewUntil: {
            until: string;
        };
        PriceSpan: {
            from: string;
            list: number;
            to: string | null;
        };
        Problem: {
            code: string;
            detail: string;
            facts?: {
                [key: string]: string | number;
            };
            id?: string;
            status: number;
            title: string;
            type: string;
        };
        Prospect: {
            account: {
                code: string;
                id: string;
                name: string;
            } | null;
            address: string | null;
            alike: {
                code: string | null;
                id: string;
                /** @enum {string} */
                kind: "prospect" | "account";
                marketName: string;
                name: string;
                /** @enum {string|null} */
                stage: "found" | "contacted" | "talking" | "offered" | "signed" | "ordered" | "lost" | null;
                why: ("name" | "phone" | "address" | "sound")[];
            }[];
            brands: {
                brand: string;
                cases: number | null;
                /** @enum {string} */
                certainty: "heard" | "seen" | "documented";
                day: string;
                id: string;
                source: string;
            }[];
            brought: {
                id: string;
                name: string;
                /** @enum {string} */
                stage: "found" | "contacted" | "talking" | "offered" | "signed" | "ordered" | "lost";
            }[];
            city: string | null;
            firstOrder: string | null;
            found: string;
            id: string;
            /** @enum {string|null} */
            lostReason: "profit" | "rival-offer" | "funds" | "no-interest" | "territory" | "unsound" | "no-answer" | "double" | "other" | null;
            lostTo: string | null;
            market: {
                code: string;
                id: string;
                name: string;
            };
            name: string;
            nextOn: string | null;
            nextStep: string | null;
            outlets: number | null;
            overdue: boolean;
            owner: {
                id: string;
                name: string;
            } | null;
            people: {
                answers: {
                    [key: string]: string;
                };
                askedOn: string | null;
                concerns: {
                    /** @enum {string} */
                    concern: "profit" | "potential" | "renown" | "sales" | "invest";
                    points: number;
                }[] | null;
                id: string;
                name: string;
                phoneMasked: string | null;
                /** @enum {string} */
                role: "owner" | "spouse" | "buyer" | "other";
                words: string;
            }[];
            phoneMasked: string | null;
            referrer: {
                id: string | null;
                /** @enum {string} */
                kind: "account" | "prospect" | "trader" | "campaign";
                name: string;
            } | null;
            serves: {
                id: string;
                name: string;
                tier: string;
            }[];
            signed: string | null;
            /** @enum {string} */
            source: "peer" | "rival" | "outlet" | "advertising" | "media";
            /** @enum {string} */
            stage: "found" | "contacted" | "talking" | "offered" | "signed" | "ordered" | "lost";
            steps: {
                /** @enum {string} */
                step: "contact" | "talk" | "offer" | "sign" | "lose" | "revive" | "plan" | "hand-over";
                why: string | null;
            }[];
            subDistributors: number | null;
            timeline: {
                at: string;
                by: string;
                day: string;
                kind: string;
                nextOn: string | null;
                owner: string | null;
                /** @enum {string|null} */
                reason: "profit" | "rival-offer" | "funds" | "no-interest" | "territory" | "unsound" | "no-answer" | "double" | "other" | null;
                /** @enum {string} */
                stage: "found" | "contacted" | "talking" | "offered" | "signed" | "ordered" | "lost";
                words: string;
            }[];
            today: string;
            version: number;
            words: string;
        };
        ProspectChange: {
            address?: string | null;
            city?: string | null;
            name?: string;
            outlets?: number | null;
            phone?: string | null;
            referrer?: {
                /**
                 * Format: uuid
                 * @default null
                 */
                id: string | null;
                /** @enum {string} */
                kind: "account" | "prospect" | "trader" | "campaign";
                /** @default  */
                name: string;
            } | null;
            /** @enum {string} */
            source?: "peer" | "rival" | "outlet" | "advertising" | "media";
            subDistributors?: number | null;
            version: number;
            words?: string;
        };
        ProspectChanged: {
            id: string;
            version: number;
        };
        ProspectDoubles: {
            alike: {
                code: string | null;
                id: string;
                /** @enum {string} */
                kind: "prospect" | "account";
                marketName: string;
                name: string;
                /** @enum {string|null} */
                stage: "found" | "contacted" | "talking" | "offered" | "signed" | "ordered" | "lost" | null;
                why: ("name" | "phone" | "address" | "sound")[];
            }[];
        };
        ProspectFunnel: {
            costs: {
                perWon: number | null;
                /** @enum {string} */
                source: "peer" | "rival" | "outlet" | "advertising" | "media";
                spent: number | null;
                unknown: number;
                won: number;
            }[] | null;
            found: number;
            from: string;
            groups: {
                found: number;
                key: string;
                leadTime: {
                    days: {
                        high: number;
                        low: number;
                        median: number;
                    } | null;
                    lost: number;
                    open: number;
                    openLonger: number;
                    ordered: number;
                    underAMonth: number;
                    within30: number | null;
                };
                name: string;
                signed: number;
            }[];
            leadTime: {
                days: {
                    high: number;
                    low: number;
                    median: number;
                } | null;
                lost: number;
                open: number;
                openLonger: number;
                ordered: number;
                underAMonth: number;
                within30: number | null;
            };
            referrers: {
                all: number;
                allWon: number;
                direct: number;
                id: string | null;
                /** @enum {string} */
                kind: "account" | "prospect" | "trader" | "campaign";
                name: string;
                won: number;
            }[];
            steps: {
                lostHere: number;
                reached: number;
                /** @enum {string} */
                stage: "found" | "contacted" | "talking" | "offered" | "signed" | "ordered";
                standing: number;
            }[];
            to: string;
        };
        ProspectPart: {
            id: string;
        };
        Prospects: {
            leadTime: {
                days: {
                    high: number;
                    low: number;
                    median: number;
                } | null;
                lost: number;
                open: number;
                openLonger: number;
                ordered: number;
                underAMonth: number;
                within30: number | null;
            };
            lost: number;
            open: number;
            overdue: number;
            page: number;
            pageSize: number;
            rows: {
                firstOrder: string | null;
                found: string;
                id: string;
                /** @enum {string|null} */
                lostReason: "profit" | "rival-offer" | "funds" | "no-interest" | "territory" | "unsound" | "no-answer" | "double" | "other" | null;
                lostTo: string | null;
                market: string;
                marketName: string;
                name: string;
                nextOn: string | null;
                nextStep: string | null;
                overdue: boolean;
                owner: string | null;
                /** @enum {string} */
                source: "peer" | "rival" | "outlet" | "advertising" | "media";
                /** @enum {string} */
                stage: "found" | "contacted" | "talking" | "offered" | "signed" | "ordered" | "lost";
            }[];
            signed: number;
            today: string;
            total: number;
        };
        ProspectSign: {
            /** Format: uuid */
            account?: string | null;
            code?: string | null;
            day?: string;
            version: number;
        };
        ProspectSigned: components["schemas"]["ProspectChanged"] & {
            account: string;
        };
        ProspectStep: {
            day?: string;
            lostTo?: string | null;
            nextOn?: string | null;
            nextStep?: string | null;
            /** Format: uuid */
            owner?: string | null;
            /** @enum {string|null} */
            reason?: "profit" | "rival-offer" | "funds" | "no-interest" | "territory" | "unsound" | "no-answer" | "double" | "other" | null;
            /** @enum {string} */
            step: "contact" | "talk" | "offer" | "lose" | "revive" | "plan" | "hand-over";
            version: number;
            words?: string;
        };
        ProspectTalk: {
            answers: {
                [key: string]: string;
            };
            day?: string;
        };
        ProspectTalkSaved: {
            concerns: {
                /** @enum {string} */
                concern: "profit" | "potential" | "renown" | "sales" | "invest";
                points: number;
            }[];
        };
        RankedAccount: {
            account: string;
            cases: number | null;
            categoryShare: number | null;
            completeness: number;
            contribution: number | null;
            contributionPerTonne: number | null;
            costCoverage: number | null;
            id: string;
            initials: string;
            lastYearLitres: number | null;
            loyalty: {
                cycles: number | null;
                /** @enum {string} */
                payment: "ok" | "overdue" | "unknown";
                reasons: {
                    code: string;
                    facts: {
                        [key: string]: number | string;
                    };
                }[];
                shareTrend: number | null;
                silentDays: number | null;
                /** @enum {string} */
                state: "ok" | "warning" | "closed" | "unknown";
                usualDays: number | null;
            };
            market: string;
            marketName: string;
            marketShare: number;
            months: (number | null)[];
            name: string;
            overridden: boolean;
            parent: string | null;
            parts: {
                potential: number | null;
                profit: number | null;
                strength: number | null;
                volume: number | null;
            };
            pinyin: string;
            rank: number | null;
            rankBefore: number | null;
            reasons: {
                code: string;
                facts: {
                    [key: string]: number | string;
                };
            }[];
            revenue: number | null;
            robustness: number | null;
            score: number | null;
            sleepsBig: boolean;
            /** @enum {string} */
            standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
            tonnageLitres: number;
        };
        Ranking: {
            accounts: components["schemas"]["RankedAccount"][];
            after: string;
            asOf: string;
            found: number;
            from: number;
            lastMovement: string | null;
            means: {
                potential: number | null;
                profit: number | null;
                strength: number | null;
                volume: number | null;
            };
            node: {
                code: string;
                kind: string;
                name: string;
            };
            policy: {
                draws: number;
                frozenOn: string | null;
                seed: number;
                version: number;
                weights: {
                    potential: number;
                    profit: number;
                    strength: number;
                    volume: number;
                };
            };
            totals: {
                accounts: number;
                beyondPlaces: number;
                byStanding: {
                    accounts: number;
                    litres: number;
                    /** @enum {string} */
                    standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
                }[];
                cases: number | null;
                compares: boolean;
                lacksCost: number;
                lacksStrength: number;
                litres: number;
                markets: number;
                medianLitres: number;
                places: number;
                sleepsBig: {
                    accounts: number;
                    litres: number;
                };
                urgent: {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    standing: "key_account" | "on_watch" | "at_risk" | "big_disloyal" | "candidate" | "regular" | "dormant";
                } | null;
            };
        };
        RecordChange: {
            day: string;
            /** @enum {string} */
            kind: "note" | "contact" | "site";
            /** @default  */
            name: string;
            phone?: string | null;
            /** @default  */
            role: string;
            /** @default  */
            words: string;
        };
        RecordSaved: {
            before: string | null;
            id: string;
        };
        RecoveryCodes: {
            recoveryCodes: string[];
        };
        RunImport: {
            allOrNothing: boolean;
            asTried?: boolean;
            createMissing: boolean;
            dryRun: boolean;
            map: {
                columns?: {
                    [key: string]: string;
                };
                constants?: {
                    [key: string]: string | number;
                };
                dateFormat?: string;
                /** @enum {string} */
                dateOrder?: "ymd" | "dmy" | "mdy";
                /** @enum {string} */
                decimal?: "." | ",";
                delimiter?: string;
                /** @enum {string} */
                encoding?: "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
                headerRow?: number;
                headerRows?: number;
                quantityUnit?: string;
                sheet?: string;
                takeRows?: number[];
                /** @enum {string} */
                vat?: "with" | "without";
            } | null;
        };
        SavedView: {
            body: {
                cols?: string;
                node?: string;
                q?: string;
                sort?: string;
                standing?: string;
            };
            by: string;
            id: string;
            mine: boolean;
            name: string;
            opens: boolean;
            shared: boolean;
        };
        SavedViews: {
            views: components["schemas"]["SavedView"][];
        };
        Search: {
            accounts: {
                /** @enum {string} */
                by: "code" | "phone" | "name" | "initials" | "pinyin";
                code: string;
                id: string;
                market: string;
                marketName: string;
                merged: boolean;
                name: string;
                pinyin: string;
                /** @enum {string} */
                tier: "wholesaler" | "sub_distributor" | "outlet";
            }[];
            agreements: {
                /** @enum {string} */
                by: "code" | "phone" | "name" | "initials" | "pinyin";
                code: string;
                id: string;
                marketName: string;
                party: string;
            }[];
            complete: boolean;
            markets: {
                /** @enum {string} */
                by: "code" | "phone" | "name" | "initials" | "pinyin";
                code: string;
                id: string;
                /** @enum {string} */
                kind: "hq" | "region" | "office" | "unassigned" | "market";
                name: string;
                pinyin: string;
            }[];
            prospects: {
                /** @enum {string} */
                by: "code" | "phone" | "name" | "initials" | "pinyin";
                id: string;
                marketName: string;
                name: string;
                /** @enum {string} */
                stage: "found" | "contacted" | "talking" | "offered" | "signed" | "ordered" | "lost";
            }[];
        };
        SecondFactor: {
            asksPassword: boolean;
            email: string;
            needed: boolean;
            recoveryLeft: number;
            since: string | null;
        };
        SecondFactorCode: {
            code: string;
        };
        SecondFactorProof: {
            code?: string;
            password?: string;
        };
        SecondFactorSecret: {
            address: string;
            secret: string;
        };
        Session: {
            company: {
                currency: string;
                /** @enum {string} */
                kind: "own" | "demo";
                /** @enum {string} */
                locale: "zh" | "en";
                minorDigits: number;
                name: string;
                timeZone: string;
                /** @enum {string} */
                unit: "kl" | "t" | "cases";
                vatRate: number | null;
            };
            nodes: {
                code: string;
                id: string;
                /** @enum {string} */
                kind: "hq" | "region" | "office" | "unassigned" | "market";
                name: string;
                parent: string | null;
            }[];
            person: {
                email: string;
                id: string;
                /** @enum {string} */
                locale: "zh" | "en";
                name: string;
            };
            rights: ("ranking.read" | "account.read" | "contribution.read" | "account.override" | "account.merge" | "account.change" | "account.note" | "market.change" | "product.change" | "import.run" | "import.undo" | "export.run" | "policy.read" | "policy.change" | "people.read" | "people.change" | "company.change" | "audit.read" | "prospect.read" | "prospect.change" | "trade_policy.read" | "trade_policy.change" | "claim.change" | "claim.approve" | "settlement.run" | "visit.read" | "visit.change" | "agreement.read" | "agreement.change" | "agreement.approve")[];
            roles: {
                node: string;
                nodeName: string;
                role: string;
                roleName: string | null;
            }[];
            seenBy: {
                name: string;
                until: string;
            } | null;
            standsInFor: {
                name: string;
                to: string;
            }[];
            today: string;
        };
        SetUp: {
            adminEmail: string;
            adminName: string;
            company: string;
            currency: string;
            key: string;
            /** @enum {string} */
            locale: "zh" | "en";
            market: string;
            timeZone: string;
            /** @enum {string} */
            unit?: "kl" | "t" | "cases";
        };
        SignIn: {
            email: string;
            password: string;
        };
        SizeSpan: {
            cost?: number | null;
            excise?: number | null;
            from: string;
            packUnits: number | null;
            to: string | null;
            unitMl: number | null;
        };
        StandIn: {
            absent: {
                email: string;
                name: string;
            };
            by: {
                email: string;
                name: string;
            };
            from: string;
            id: string;
            to: string;
        };
        StartState: {
            company: {
                currency: string;
                /** @enum {string} */
                kind: "own" | "demo";
                /** @enum {string} */
                locale: "zh" | "en";
                minorDigits: number;
                name: string;
                timeZone: string;
                /** @enum {string} */
                unit: "kl" | "t" | "cases";
                vatRate: number | null;
            } | null;
            companyAccount: {
                name: string | null;
                only: boolean;
            } | null;
            demoPeople: {
                email: string;
                name: string;
                password: string;
                /** @enum {string} */
                role: "admin" | "hq" | "finance" | "regional_manager" | "rep" | "read_only";
            }[];
            /** @enum {string} */
            state: "empty" | "own" | "demo";
            version: string;
            working: {
                done: number;
                step: string;
            } | null;
        };
        TradePolicies: {
            policies: {
                accruedMinor: number;
                code: string;
                draft: components["schemas"]["TradePolicyDraft"];
                heldMinor: number;
                id: string;
                /** @enum {string} */
                state: "coming" | "running" | "over";
                version: number;
            }[];
            today: string;
        };
        TradePolicyChange: components["schemas"]["TradePolicyDraft"] & {
            version: number;
        };
        TradePolicyDraft: {
            accounts: string[] | null;
            approveUpToMinor: number;
            budgetMinor: number | null;
            /** @enum {string} */
            component: "rebate" | "free_goods" | "display" | "cap_prize" | "empty_exchange" | "freight" | "credit" | "promoter";
            from: string;
            name: string;
            nodes: string[];
            /** @enum {string} */
            period: "month" | "quarter" | "year" | "term";
            priority: number;
            skus: string[] | null;
            /** @enum {string} */
            stacking: "stackable" | "exclusive";
            terms: components["schemas"]["PolicyTerms"];
            tiers: ("wholesaler" | "sub_distributor" | "outlet")[];
            to: string;
        };
        TradePolicySaved: {
            id: string;
            postings: number;
            version: number;
        };
        TradePolicyView: {
            accruedMinor: number;
            agreement: {
                code: string;
                id: string;
            } | null;
            code: string;
            draft: components["schemas"]["TradePolicyDraft"];
            heldMinor: number;
            id: string;
            listed: {
                code: string;
                id: string;
                name: string;
            }[] | null;
            more: boolean;
            /** @enum {string} */
            state: "coming" | "running" | "over";
            units: {
                account: string;
                accountCode: string;
                accountName: string;
                accruedMinor: number;
                base: number;
                confirmed: boolean;
                period: string;
                quantity: number;
            }[];
            version: number;
            versions: {
                at: string;
                by: string;
                draft: components["schemas"]["TradePolicyDraft"];
                version: number;
            }[];
        };
        TradeStatement: {
            account: string;
            accountCode: string;
            accountName: string;
            accruedMinor: number;
            claimedMinor: number;
            closingMinor: number;
            lines: {
                amountMinor: number;
                balanceMinor: number;
                /** @enum {string} */
                kind: "accrual" | "claim" | "withdrawal" | "decision" | "refusal" | "settlement";
                on: string;
                period: string;
                /** @enum {string} */
                periodKind: "month" | "quarter" | "year" | "term";
                policyCode: string;
                policyName: string;
                ref: string;
            }[];
            month: string;
            openingMinor: number;
            settledMinor: number;
        };
        TrialSamples: {
            changed: {
                code: string;
                fields: {
                    field: string;
                    now: string;
                    was: string;
                }[];
                name: string;
                subject: string;
            }[];
            corrected: {
                account: string;
                amountMinor: number | null;
                day: string;
                doc: string | null;
                millilitres: number;
                sku: string;
                was: {
                    amountMinor: number | null;
                    day: string;
                    millilitres: number;
                };
            }[];
            created: {
                code: string;
                name: string;
                subject: string;
            }[];
            in: {
                account: string;
                amountMinor: number | null;
                day: string;
                doc: string | null;
                millilitres: number;
                sku: string;
            }[];
            overlaps: {
                alike: number;
                at: string;
                batch: string;
                fileName: string;
                same: number;
            }[];
            unchanged: {
                account: string;
                amountMinor: number | null;
                day: string;
                doc: string | null;
                millilitres: number;
                sku: string;
            }[];
        };
        Understood: {
            across: string[];
            columns: {
                /** @enum {string} */
                by: "map" | "memory" | "header" | "values" | "constant";
                constant: string | null;
                field: string;
                header: string | null;
                samples: string[];
                sure: number;
                unit: string | null;
            }[];
            dateFormat: string | null;
            delimiter: string | null;
            dropped: {
                row: number;
                sample: string;
                /** @enum {string} */
                why: "total" | "repeated-header" | "note" | "section";
            }[];
            encoding: string | null;
            format: string;
            headerRow: number;
            headerRows: number;
            /** @enum {string} */
            layout: "lines" | "months" | "accounts" | "skus" | "markets" | "days";
            preview: string[][];
            questions: {
                code: string;
                facts: {
                    [key: string]: string | number;
                };
            }[];
            rows: number | null;
            sheet: string | null;
            sheets: string[];
            unused: string[];
        };
        UndoPreview: {
            amountMinor: number;
            goes: {
                accounts: number;
                markets: number;
                skus: number;
            };
            later: {
                at: string;
                blocks: boolean;
                fileName: string;
                id: string;
                who: string;
            }[];
            lines: number;
            millilitres: number;
            months: string[];
            problem: {
                code: string;
                detail: string;
            } | null;
            restored: number;
            standing: {
                count: number;
                names: string[];
            };
            stays: {
                accounts: number;
                markets: number;
                names: string[];
                skus: number;
            };
        };
        UndoResult: {
            batch: string;
            undone: number;
        };
        ViewChange: {
            body?: {
                cols?: string;
                node?: string;
                q?: string;
                sort?: string;
                standing?: string;
            };
            deleted?: boolean;
            name?: string;
            opens?: boolean;
        };
        VisitChange: {
            /**
             * @default care
             * @enum {string}
             */
            aim: "order" | "placement" | "problem" | "payment" | "care";
            /** @default null */
            cases: number | null;
            day?: string;
            /** @default null */
            met: boolean | null;
            /** @default [] */
            seen: ("on_shelf" | "sold_out" | "display" | "old_stock" | "price_off" | "rival_offer")[];
            /** @enum {string} */
            state: "planned" | "done" | "missed";
            version: number;
            /** @default  */
            words: string;
        };
        Visits: {
            from: string;
            people: {
                done: number;
                due: number;
                id: string | null;
                missed: number;
                name: string | null;
                overdue: number;
                planned: number;
            }[];
            rows: {
                account: string;
                accountName: string;
                day: string;
                fixed: string | null;
                last: string | null;
                marketName: string;
                person: string | null;
                personName: string | null;
                /** @enum {string} */
                state: "done" | "missed" | "overdue" | "due" | "planned";
                visit: {
                    /** @enum {string} */
                    aim: "order" | "placement" | "problem" | "payment" | "care";
                    cases: number | null;
                    id: string;
                    met: boolean | null;
                    seen: ("on_shelf" | "sold_out" | "display" | "old_stock" | "price_off" | "rival_offer")[];
                    version: number;
                    visitor: string | null;
                    words: string;
                } | null;
            }[];
            to: string;
            today: string;
            total: number;
            without: {
                accounts: {
                    id: string;
                    name: string;
                }[];
                total: number;
            };
        };
        VisitSaved: {
            id: string;
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
