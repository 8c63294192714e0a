import type { ImportKind } from '../../../contract/intake.ts'

/**
 * What columns are called. First names weigh more: of 订单日期 and 发货日期 the first is the date. Written without spaces, in
 * lower case; `header.ts` brings headers into that form. Units and VAT words are taken off before.
 */
const movements: Readonly<Record<string, string>> = {
  date: `日期 业务日期 单据日期 开票日期 订单日期 下单日期 销售日期 交易日期 订货日期 成交日期 记账日期 过账日期 出库日期 发货日期 送货日期 交货日期 制单日期
    发生日期 入账日期 成交时间 下单时间 销售时间 业务时间 交易时间 订单时间 时间 期间 会计期间 账期 年月 月份 销售月份 所属月份 统计月份 统计日期 月
    date datum invoicedate orderdate docdate documentdate postingdate transactiondate txndate salesdate saledate dateofsale billingdate billdate shipdate
    shippingdate deliverydate dispatchdate entrydate createddate datetime orderdatetime invoicedatetime timestamp day period month yearmonth salesmonth fiscalperiod monthyear calendarmonth`,
  year: '年 年份 年度 销售年份 year fiscalyear calendaryear',
  month: '月 月份 月度 month calendarmonth',
  day_of_month: '日 日数 dayofmonth day',
  kind: `业务类型 单据类型 交易类型 销售类型 出入库类型 类型 单据种类 发票类型 红蓝字 红蓝标志 红字标志 退货标志 是否退货 订单类型 单据性质
    movementtype transactiontype doctype documenttype invoicetype ordertype type kind salestype returnflag isreturn`,
  seller_code: `供货商编码 供货方编码 卖方编码 销售方编码 发货方编码 供货单位编码 上级客户编码 上级编码 上游编码 一批编码 一批商编码 sellercode sellerno sellerid sellernumber
    suppliercode supplierno distributorcode distributorid fromcode sourcecode shipfromcode`,
  buyer_code: `客户编码 客户编号 客户代码 客户号 客户id 客户码 客商编码 客商编号 购货单位编码 购货方编码 客户单位编码 购方编码 买方编码 收货方编码 收货单位编码 往来单位编码 往来单位编号 往来编码 售达方 售达方编码
    送达方 经销商编码 经销商编号 经销商代码 经销商id 一批商编码 终端编码 终端编号 门店编码 门店编号 门店代码 门店id 店号 店铺编号 店铺编码 网点编码 网点编号 商户编号 商户编码 用户id 用户编号 会员编号 会员id 会员卡号
    customercode kundennr kundennummer customerno customernumber customerid customer# custno custcode custid customerkey clientcode clientid clientno clientnumber accountcode accountno accountnumber accountid
    acctno acctnumber acct storenumber storeno storeid storecode store# store outletcode outletid outletno buyercode buyerid buyerno soldto soldtocode soldtoparty soldtono shipto shiptocode shiptoparty payer
    billto billtocode dealercode dealerid retailerid retailercode resellerkey resellerid resellercode partnercode partnerid debtor debtorno kunnr wholesalercode wholesalerid shopid shopcode branchcode memberid userid`,
  buyer_name: `客户名称 客户 客户简称 客户全称 客户名 客商名称 客商 购货单位 购货单位名称 购货方 购方名称 购买方 购买方名称 买方 买方名称 收货单位 收货方 收货方名称 往来单位 往来单位名称 单位名称 经销商名称 经销商 一批商 一批商名称
    终端名称 终端 门店名称 门店 店名 店铺 店铺名称 网点名称 网点 商户名称 商户 二批名称 二批 二批商 分销商 分销商名称 超市名称 餐厅名称
    customer kunde kundenname customername custname client clientname account accountname acctname storename store outlet outletname buyer buyername soldtoname soldtopartyname shiptoname billtoname dealer dealername
    retailer retailername resellername reseller partner partnername companyname company wholesaler wholesalername shop shopname branchname name1 debtorname`,
  buyer_tier:
    '客户类型 客户级别 客户层级 渠道级别 渠道层级 客户性质 层级 tier customertier accounttier customertype accounttype buyertier level',
  buyer_address:
    '地址 客户地址 详细地址 收货地址 送货地址 门店地址 联系地址 address customeraddress storeaddress street streetaddress address1 shiptoaddress deliveryaddress',
  buyer_city: '城市 地市 市 所在城市 地级市 客户城市 city town customercity storecity shiptocity buyercity',
  buyer_lat: '纬度 lat latitude buyerlat',
  buyer_lon: '经度 lon lng long longitude buyerlon',
  market_code:
    '市场编码 市场代码 区域编码 区域代码 片区编码 办事处编码 区域市场编码 marketcode marketid marketno regioncode districtcode territorycode areacode salesterritorykey',
  market_name: `区域市场 市场 市场名称 区域 销售区域 区域名称 片区 片区名称 县区 区县 区/县 县市 市县 县 地区 销售地区 所属区域 所属市场 办事处 办事处名称 营业所 销售片区 业务区域 大区 分公司
    market marketname district districtname county countyname territory territoryname salesterritory salesdistrict salesarea area areaname region regionname salesregion office`,
  sku_code: `单品编码 产品编码 产品编号 产品代码 产品id 产品码 商品编码 商品编号 商品代码 商品代号 商品码 商品id 物料编码 物料编号 物料代码 物料号 物料 存货编码 存货编号 存货代码 货品编码 货品编号 货号 品号 料号 sku编码 sku编号 品项编码 品种编码 酒品编码
    skucode artikelnr artikelnummer skuid skuno sku itemnumber itemno itemcode itemid item# item productcode productid productno productnumber productkey materialnumber materialcode materialno materialid material articleno articlenumber articlecode article
    stockcode partno partnumber stockkeepingunit 条形码 条码 商品条码 69码 国际条码 barcode upc ean eancode gtin`,
  sku_name: `单品名称 产品名称 产品名 产品 商品名称 商品名 商品 物料名称 物料描述 存货名称 货品名称 品名 品项 品项名称 单品 品种 品种名称 名称 货物名称 货物或应税劳务名称 酒品名称 品名规格 sku名称 产品描述 商品描述
    itemdescription artikelbezeichnung bezeichnung itemname itemdesc description productname product productdescription proddesc skuname skudescription sku materialdescription materialname articledescription articlename goods item desc`,
  sku_category:
    '品类 产品类别 商品类别 产品分类 商品分类 商品大类 产品大类 大类 类别 分类 品类名称 产品系列 系列 商品类型 产品类型 子类别 商品小类 小类 类别id category categoryname productcategory itemcategory subcategory productgroup itemgroup materialgroup class segment',
  brand: '品牌 品牌名称 brand brandname vendorname vendor manufacturer 生产厂家 厂家 供应商名称 供应商',
  pack_units:
    '箱规 装箱数 装箱量 入数 每箱瓶数 每件瓶数 件装量 箱装数 瓶/箱 瓶每箱 换算率 换算系数 包装数 包装系数 packunits packsize pack unitspercase bottlespercase btlspercase unitspercarton casepack packqty casesize conversion',
  unit_ml:
    '单瓶容量 单瓶毫升 瓶容量 容量 净含量 单位容量 毫升 每瓶毫升 unitml bottlevolume bottlesize volumeml sizeml unitvolume unitsize contentml ml size',
  spec: '规格 规格型号 产品规格 商品规格 包装规格 型号规格 型号 包装 spec specification packaging pack packsize packformat size 规格描述',
  cases: `箱数 件数 箱 件 标箱 标准箱 整箱 销售箱数 销量箱 箱量 标箱数 整箱数 总箱数 出库箱数 发货箱数 出库件数 销售件数 cases casessold caseqty casequantity qtycases quantitycases casevolume cartons ctns cs volumecases salescases noofcases`,
  units: `瓶数 支数 听数 瓶 听 支 罐 销售瓶数 散瓶 总瓶数 个数 出库瓶数 bottlessold bottles units unitssold unitsales bottleqty bottlequantity qtybottles pieces pcs itemssold cans`,
  litres: `升数 销量升 容积 体积 千升数 吨数 吨位 吨 千升 升 litres liters volumesold volumelitres volumeliters volume salesvolume volsold litressold liters sold hectolitres kilolitres volumehl volumesoldliters hl kl tonnage tonnes`,
  quantity: `数 数目 数量 销售数量 销量 销售量 实发数量 实销数量 实收数量 出库数量 出货数量 发货数量 开票数量 订单数量 订货数量 成交数量 交易数量 购买数量 进货数量 采购数量 出货量 发货量 出库量 出库销量 进货量 订货量 总数量 总销量 总量 本期销量
    quantity qty menge anzahl orderquantity orderqty quantitysold qtysold soldqty invoicedquantity invoicedqty invoiceqty billedquantity billedqty shippedqty deliveredqty salesquantity salesqty totalqty ordered sold volumeqty`,
  quantity_unit:
    '单位 计量单位 销售单位 数量单位 基本单位 库存单位 unit uom unitofmeasure salesunit qtyunit quantityunit measure um baseunit',
  amount: `金额 销售额 销售金额 销售收入 净额 净销售额 货款 成交金额 交易额 交易金额 营业额 订单金额 出库金额 发货金额 开票金额 总金额 合计金额 实收金额 实付金额 应收金额 收入 总价 折后金额 本币金额 小计金额 销售总额 主营业务收入 价款 贷款额 产品金额
    netsales nettobetrag betrag umsatz netamount netsalesamount netvalue salesamount saleamount sale sales amount salesvalue revenue netrevenue lineamount linetotal linevalue extendedamount extendedprice totalamount totalsales total turnover value invoiceamount invoicevalue ordervalue nsv amt saledollars salesdollars dollars totalprice subtotal`,
  vat_rate: '税率 增值税率 vatrate taxrate vat% tax% vatpercent taxpercent',
  vat_amount: '税额 增值税额 税金 增值税 vat vatamount tax taxamount salestax',
  cost: '成本 成本金额 成本额 销售成本 总成本 成本总额 结转成本 cost costs totalcost costamount cogs extendedcost totalproductcost costofgoods costofgoodssold costvalue linecost',
  unit_cost:
    '成本单价 单位成本 成本价 进价 进货价 采购价 进货单价 单瓶成本 单箱成本 出厂成本 unitcost bottlecost statebottlecost costprice standardcost productstandardcost costperunit costperbottle costpercase casecost avgcost averagecost purchaseprice',
  unit_price: `单价 成交价 销售单价 成交单价 实际单价 开票单价 售价 销售价 价格 结算价 结算单价 供货价 出厂价 开单价 标准单价 商品销售价 零售价 unitprice price priceperunit priceperbottle pricepercase sellingprice salesprice saleprice netprice netunitprice
    bottleprice caseprice bottleretail statebottleretail retailprice rate listprice`,
  doc: `单据号 单据编号 单号 订单号 订单编号 订单id 订单号码 发票号 发票号码 发票编号 出库单号 销售单号 发货单号 送货单号 凭证号 凭证编号 小票号 流水号 交易号 票据号 合同号 编号 业务单号 来源单号
    invoice invoiceno invoicenumber invoice# invoiceid invoiceitemnumber invoice/itemnumber doc docno docnumber documentno documentnumber document order orderno ordernumber orderid order# salesorder salesordernumber salesorderno so sono
    receipt receiptno ticket ticketno billno billnumber billingdocument transactionid transactionno txnid voucher voucherno reference referenceno refno deliverynote dnno`,
  line: '行号 行项目 行项目号 行项目编号 项次 分录号 明细行号 明细号 序号 行 行id line lineno linenumber lineid linenum lineitem itemline position pos salesorderlinenumber invoiceline invoicelinenumber orderline seq sequence rowid no item',
}

const vat = {
  amount_with_vat: `价税合计 价税合计金额 金额 销售额 销售金额 合计 总额 总计金额 gross grossamount grosssales grossvalue grossrevenue amountinclvat amountincltax totalinclvat totalincltax amount sales total value`,
  unit_price_with_vat: '单价 价格 售价 grossprice price unitprice',
}

const masters: Readonly<Record<Exclude<ImportKind, 'movements'>, Readonly<Record<string, string>>>> = {
  markets: {
    market_code:
      '市场编码 市场代码 区域编码 区域代码 编码 代码 编号 区划代码 marketcode market code id marketid areacode districtcode regioncode citycode',
    market_name:
      '市场名称 市场 区域名称 区域市场 区域 名称 办事处 片区 marketname name market area district county city region description',
    parent_code:
      '上级编码 上级代码 上级区域编码 上级 父级编码 所属办事处编码 所属大区编码 parentcode parent parentid regionid provincecode citycode',
    parent_name: '上级名称 上级区域 所属大区 大区 所属办事处 parentname regionname',
    node_kind: '级别 层级 类型 节点类型 kind type level nodekind',
    litres_a_year: '市场容量 年容量 容量 marketsize litresayear annuallitres size',
  },
  accounts: {
    account_code: movements['buyer_code'] + ' 编码 代码 编号 code id no',
    account_name: movements['buyer_name'] + ' 名称 name',
    tier: movements['buyer_tier'] + ' 类型 级别 businesstype type',
    parent_code:
      '上级客户编码 上级编码 上级客户 上级经销商编码 所属经销商编码 所属经销商 供货商编码 parentcode parent parentaccount parentid hq headoffice distributorcode',
    market_code: movements['market_code'] ?? '',
    market_name: movements['market_name'] ?? '',
    address: movements['buyer_address'] ?? '',
    city: movements['buyer_city'] ?? '',
    lat: movements['buyer_lat'] ?? '',
    lon: movements['buyer_lon'] ?? '',
    phone: '电话 手机 联系电话 手机号 手机号码 电话号码 phone telephone tel mobile phonenumber',
    contact: '联系人 负责人 老板 法人 contact contactname contactperson owner',
    channel: '渠道 渠道类型 业态 channel channeltype storetype',
    opened_on: '开户日期 建档日期 合作日期 开业日期 合作开始 openedon opendate since createdon startdate',
    closed_on: '关闭日期 停业日期 终止日期 closedon closedate enddate',
    working_capital: '流动资金 资金 资金实力 workingcapital capital funds',
    credit_limit: '信用额度 授信额度 额度 creditlimit credit',
    sales_people: '业务员数 业务人数 销售人数 人员数 salespeople salesreps staff employees',
    vehicles: '车辆数 车辆 配送车辆 vehicles trucks',
    warehouse_m2: '仓库面积 仓储面积 仓库 warehousem2 warehouse warehousearea',
    share_of_wallet: '采购份额 份额 我司占比 shareofwallet sow',
    overdue: '逾期货款 逾期 逾期金额 逾期欠款 超期欠款 overdue overdueamount pastdue',
    fact_day: '资料日期 核实日期 统计日期 调查日期 factday factdate surveydate',
    fact_source: '资料来源 信息来源 数据来源 factsource source',
  },
  products: {
    sku_code: movements['sku_code'] + ' 编码 代码 编号 code id',
    sku_name: movements['sku_name'] + ' name',
    sku_category: movements['sku_category'] + ' englishproductcategoryname',
    brand: movements['brand'] ?? '',
    pack_units: movements['pack_units'] ?? '',
    unit_ml: movements['unit_ml'] ?? '',
    spec: movements['spec'] ?? '',
    unit_cost: movements['unit_cost'] + ' 成本 cost',
    case_cost: '箱成本 单箱成本 每箱成本 casecost costpercase',
    excise: '消费税 消费税额 excise excisetax excisepercase',
    valid_from: '生效日期 启用日期 起始日期 validfrom effectivefrom effectivedate startdate from',
  },
  'supply-links': {
    seller_code:
      '供货商编码 供货方编码 上级编码 上级客户编码 经销商编码 一批编码 一批商编码 卖方编码 sellercode seller suppliercode supplier fromcode from distributorcode wholesalercode parentcode',
    seller_name:
      '供货商名称 供货商 供货方 上级客户 经销商名称 经销商 一批商 一批 sellername seller suppliername distributor distributorname wholesaler wholesalername',
    buyer_code:
      '客户编码 下级编码 下级客户编码 分销商编码 二批编码 终端编码 门店编码 进货方编码 买方编码 buyercode buyer customercode customer tocode to outletcode storecode storenumber',
    buyer_name:
      '客户名称 客户 下级客户 分销商名称 分销商 二批 二批商 终端名称 终端 门店 buyername customername outlet outletname storename',
    valid_from: '开始日期 生效日期 起始日期 开始 validfrom from startdate since effectivefrom',
    valid_to: '结束日期 失效日期 截止日期 终止日期 结束 validto to enddate until effectiveto',
  },
  prices: {
    sku_code: movements['sku_code'] + ' 编码 code',
    sku_name: movements['sku_name'] ?? '',
    tier: '价格类型 价格级别 客户类型 客户级别 渠道 层级 级别 价格体系 tier pricetier pricelist customertype level channel',
    list_price:
      '价格 单价 出厂价 一批价 二批价 终端价 批发价 含税单价 零售价 标准价 listprice price unitprice amount wholesaleprice',
    valid_from: '开始日期 生效日期 起始日期 执行日期 validfrom from startdate effectivefrom effectivedate',
    valid_to: '结束日期 失效日期 截止日期 validto to enddate effectiveto',
  },
  people: {
    email: '邮箱 电子邮箱 邮件 邮箱地址 email mail emailaddress e-mail',
    name: '姓名 名字 名称 人员 name fullname displayname',
    role: '角色 职位 岗位 权限 role jobrole position',
    scope: '范围 区域 负责区域 管辖区域 区域编码 scope territory region market area',
    locale: '语言 locale language lang',
  },
}

/** Columns that we know and do not use: they must not be taken for something else. */
const left = `为什么 why 未导入的原因 reasonnotimported 备注 说明 摘要 业务员 销售员 销售代表 业代 业务经理 经办人 制单人 审核人 制单 审核 收款员 款台 电话 手机 联系电话 联系人 邮编 邮政编码 国家 省份 省 省/自治区 邮寄方式 细分 折扣 折扣率 折扣额 利润 毛利 毛利率 利润率 税号 开户行 银行账号 仓库 库位 批号 批次 生产日期
  部门 柜台 时段 工号 姓名 付款方式 结算方式 销售模式 客户分类 客户等级 状态 是否省会 会员 库存 库存量 期初 期末 占比 同比 环比 增长率 完成率 目标 计划 预算 退回 车牌号 司机
  remark remarks note notes comment comments salesman salesperson salesrep rep employee employeeid employeekey phone telephone fax email zip zipcode postcode postalcode country state province stateprovince storelocation location countynumber
  vendornumber vendorno vendorid categoryid discount discountrate profit margin grossmargin marginpercent status warehouse batch lot segment shipmode paymentmethod paymentterms currency exchangerate target budget growth share stock inventory volumesoldgallons gallons reportdate storestatus productiondate time`

export type Lexicon = ReadonlyMap<string, readonly { readonly field: string; readonly weight: number }[]>

const made = new Map<string, Lexicon>()

/** Names of columns → the fields that they may be, 0.8…0.98. */
export function lexiconOf(kind: ImportKind): Lexicon {
  const known = made.get(kind)
  if (known) return known
  const lexicon = new Map<string, { field: string; weight: number }[]>()
  const add = (field: string, words: string) => {
    for (const [index, word] of words.split(/\s+/).filter(Boolean).entries()) {
      const entry = { field, weight: Math.max(0.8, 0.98 - index * 0.004) }
      const entries = lexicon.get(word)
      if (!entries) lexicon.set(word, [entry])
      else if (!entries.some((one) => one.field === field)) entries.push(entry)
    }
  }
  for (const [field, words] of Object.entries(kind === 'movements' ? movements : masters[kind]))
    add(field, words)
  made.set(kind, lexicon)
  return lexicon
}

const leftWords = new Set(left.split(/\s+/).filter(Boolean))

export const isLeftAside = (name: string) => leftWords.has(name)

const vatWords = {
  amount: new Set(vat.amount_with_vat.split(/\s+/)),
  price: new Set(vat.unit_price_with_vat.split(/\s+/)),
}

/** The field of a column whose header says that VAT is in it. */
export function withVat(field: string, name: string): string {
  if (field === 'amount' || vatWords.amount.has(name)) return 'amount_with_vat'
  if (field === 'unit_price' || vatWords.price.has(name)) return 'unit_price_with_vat'
  return field
}
